package org.camelforce.salesforcecc.reliability.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.camelforce.salesforcecc.reliability.fault.Disturbance;
import org.camelforce.salesforcecc.reliability.fault.FaultPlan;
import org.camelforce.salesforcecc.reliability.fault.Step;
import org.jspecify.annotations.Nullable;

/** Carries out a plan. For one thread. */
final class FaultInjector {

    private final EventOrg org;
    private final ProcessSupervisor supervisor;
    private final Deque<Step> steps;
    private @Nullable Duration outageBegan;
    private Duration outageUntil = Duration.ZERO;

    FaultInjector(EventOrg org, ProcessSupervisor supervisor, FaultPlan plan) {
        this.org = org;
        this.supervisor = supervisor;
        this.steps = new ArrayDeque<>(plan.steps());
    }

    void tick(Duration now) {
        if (outageBegan != null && now.compareTo(outageUntil) >= 0) {
            endOutage(now);
        }
        Step next = steps.peek();
        while (next != null && now.compareTo(next.at()) >= 0) {
            carryOut(next.what(), now);
            steps.remove();
            next = steps.peek();
        }
    }

    /** Ends what is going on. */
    void end(Duration now) {
        steps.clear();
        endOutage(now);
        supervisor.hurry();
    }

    private void carryOut(Disturbance what, Duration now) {
        if (what instanceof Disturbance.Inject inject) {
            org.inject(inject.point(), inject.fault(), inject.times());
        } else if (what instanceof Disturbance.EndSessions) {
            org.endSessions();
        } else if (what instanceof Disturbance.Kill kill) {
            supervisor.kill(kill);
        } else if (what instanceof Disturbance.TokenOutage outage && outageBegan == null) {
            outageBegan = now;
            outageUntil = now.plus(outage.length());
            org.beginOutage();
        }
    }

    private void endOutage(Duration now) {
        Duration began = outageBegan;
        if (began != null) {
            outageBegan = null;
            org.endOutage(now.minus(began).toSeconds());
        }
    }
}
