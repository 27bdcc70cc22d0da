package org.camelforce.salesforcecc.simulator.internal.approvals;

import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.approvals.Approvals.Action;
import org.camelforce.salesforcecc.simulator.approvals.Approvals.Instance;
import org.camelforce.salesforcecc.simulator.approvals.Approvals.Process;
import org.jspecify.annotations.Nullable;

/** A record on its way through a process. Safe for use by several threads. */
final class Running {

    private static final String PENDING = "Pending";

    private final String id;
    private final Process process;
    private final String recordId;
    private final List<String> actorIds;
    private final List<Action> history = new ArrayList<>();
    private int step;
    private String status = PENDING;
    private @Nullable String workitemId;

    Running(String id, Process process, String recordId, List<String> actorIds, String workitemId) {
        this.id = id;
        this.process = process;
        this.recordId = recordId;
        this.actorIds = actorIds;
        this.workitemId = workitemId;
    }

    Process process() {
        return process;
    }

    String recordId() {
        return recordId;
    }

    synchronized boolean isPending() {
        return status.equals(PENDING);
    }

    synchronized @Nullable String workitemId() {
        return workitemId;
    }

    synchronized @Nullable String actorId() {
        return workitemId == null ? null : actorIds.get(step);
    }

    synchronized boolean isLastStep() {
        return step == actorIds.size() - 1;
    }

    synchronized void add(Action action) {
        history.add(action);
    }

    synchronized void decide(Action action, boolean approve, String nextWorkitemId) {
        history.add(action);
        boolean goesOn = approve && !isLastStep();
        if (goesOn) {
            step++;
        } else {
            status = approve ? "Approved" : "Rejected";
        }
        workitemId = goesOn ? nextWorkitemId : null;
    }

    synchronized Instance instance() {
        return new Instance(id, process.name(), recordId, status, history);
    }

    synchronized Outcome outcome() {
        return new Outcome(instance(), actorId(), workitemId);
    }
}
