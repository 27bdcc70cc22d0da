package org.camelforce.salesforcecc.simulator.internal.approvals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * Approval processes in memory. Each action is one transaction of the records, which take turns. Safe for use by
 * several threads.
 */
public final class InMemoryApprovals implements Approvals {

    /**
     * A process and its id.
     *
     * @param id 18-character id
     * @param process what was defined
     */
    public record Defined(String id, Process process) {}

    /**
     * A workflow rule.
     *
     * @param id 18-character id
     * @param name what people read
     * @param object the object that it is for
     */
    public record Rule(String id, String name, String object) {}

    private final RecordStore records;
    private final InstantSource time;
    private final Map<String, Defined> processes = new LinkedHashMap<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Running> submitted = new CopyOnWriteArrayList<>();
    private long workitems;

    /**
     * @param records the records that go through the processes
     * @param time when things happen
     */
    public InMemoryApprovals(RecordStore records, InstantSource time) {
        this.records = records;
        this.time = time;
    }

    @Override
    public void define(Process process) {
        synchronized (processes) {
            Defined former = processes.get(process.name());
            String id = former == null ? SalesforceId.of("04a", processes.size() + 1L) : former.id();
            processes.put(process.name(), new Defined(id, process));
        }
    }

    @Override
    public void defineRule(String name, String object) {
        rules.add(new Rule(SalesforceId.of("01Q", rules.size() + 1L), name, object));
    }

    @Override
    public List<Instance> instances() {
        return submitted.stream().map(Running::instance).toList();
    }

    /** @return the processes in the order of their definition */
    public List<Defined> processes() {
        synchronized (processes) {
            return List.copyOf(processes.values());
        }
    }

    /** @return the rules in the order of their definition */
    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    /**
     * Submits a record.
     *
     * @param recordId the record's id in either form
     * @param process name or id of the process; empty for the first one that fits
     * @param skipCriteria whether a process that is named takes records that do not meet its entry criteria
     * @param nextApproverIds who approves if the process does not say it
     * @param userId who submits
     * @param comments the comments
     * @return what there is to do next
     */
    public Outcome submit(
            String recordId,
            String process,
            boolean skipCriteria,
            List<String> nextApproverIds,
            String userId,
            String comments) {
        return records.inTransaction(() -> {
            String id = wellFormed(recordId);
            Defined chosen = processes().stream()
                    .filter(defined -> process.isEmpty() || isNamed(defined, process))
                    .filter(defined -> takes(defined.process(), id, skipCriteria && !process.isEmpty()))
                    .findFirst()
                    .orElseThrow(() -> new ApiException(
                            400, "NO_APPLICABLE_PROCESS", "No applicable approval process was found."));
            if (submitted.stream()
                    .anyMatch(
                            running -> running.isPending() && running.recordId().equals(id))) {
                throw new ApiException(400, "ALREADY_IN_PROCESS", "Cannot submit object already in process.");
            }
            List<String> approvers = chosen.process().approverIds().isEmpty()
                    ? nextApproverIds
                    : chosen.process().approverIds();
            if (approvers.isEmpty()) {
                throw new ApiException(
                        400, "REQUIRED_FIELD_MISSING", "missing required field: [nextApproverIds]", "nextApproverIds");
            }
            List<String> actors =
                    approvers.stream().map(InMemoryApprovals::wellFormed).toList();
            Running running = new Running(
                    SalesforceId.of("04g", submitted.size() + 1L), chosen.process(), id, actors, nextWorkitem());
            running.add(new Action("Submit", userId, comments, time.instant()));
            submitted.add(running);
            return running.outcome();
        });
    }

    /**
     * Approves or rejects.
     *
     * @param workitemId what is acted on, in either form
     * @param approve whether to approve
     * @param userId who does it
     * @param comments the comments
     * @return what there is to do next
     */
    public Outcome decide(String workitemId, boolean approve, String userId, String comments) {
        return records.inTransaction(() -> {
            String id = wellFormed(workitemId);
            Running running = submitted.stream()
                    .filter(candidate -> id.equals(candidate.workitemId()))
                    .findFirst()
                    .orElseThrow(
                            () -> new ApiException(400, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
            if (!userId.equals(running.actorId())) {
                throw new ApiException(
                        400,
                        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                        "insufficient access rights on cross-reference id");
            }
            boolean last = running.isLastStep();
            if (last || !approve) {
                Process process = running.process();
                ObjectNode fields = approve ? process.approvedFields() : process.rejectedFields();
                if (!fields.isEmpty()) {
                    records.update(process.object(), running.recordId(), fields, userId);
                }
            }
            Action action = new Action(approve ? "Approve" : "Reject", userId, comments, time.instant());
            running.decide(action, approve, last ? "" : nextWorkitem());
            return running.outcome();
        });
    }

    /** The transaction that calls this holds the turn of the records. */
    private String nextWorkitem() {
        return SalesforceId.of("04i", ++workitems);
    }

    private boolean takes(Process process, String id, boolean skipCriteria) {
        boolean free = skipCriteria || process.entryCriteria().isBlank();
        String criteria = free ? "" : " AND (" + process.entryCriteria() + ")";
        return !records.query("SELECT Id FROM " + process.object() + " WHERE Id = '" + id + "'" + criteria)
                .isEmpty();
    }

    private static boolean isNamed(Defined defined, String nameOrId) {
        return defined.process().name().equals(nameOrId)
                || SalesforceId.isWellFormed(nameOrId) && defined.id().equals(SalesforceId.to18(nameOrId));
    }

    private static String wellFormed(String id) {
        if (!SalesforceId.isWellFormed(id)) {
            throw new ApiException(400, "MALFORMED_ID", "malformed id " + id);
        }
        return SalesforceId.to18(id);
    }
}
