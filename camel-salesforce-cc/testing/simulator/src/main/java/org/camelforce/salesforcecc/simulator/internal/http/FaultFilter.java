package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.model.RequestNote;

/** Injects the faults of one point. Holds no thread while a request is delayed. */
abstract class FaultFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final FaultPoint point;
    private final transient Faults faults;
    private final transient Runnable endAllSessions;
    private final transient ScheduledExecutorService scheduler;

    FaultFilter(FaultPoint point, Faults faults, Runnable endAllSessions, ScheduledExecutorService scheduler) {
        this.point = point;
        this.faults = faults;
        this.endAllSessions = endAllSessions;
        this.scheduler = scheduler;
    }

    final Optional<Fault> next(HttpServletRequest request) {
        Optional<Fault> fault = faults.next(point);
        fault.ifPresent(injected -> RequestNote.put(request, "fault"));
        return fault;
    }

    /** The filter sees the request again after the delay. */
    final void hold(HttpServletRequest request, Fault.Delay delay) {
        AsyncContext held = request.startAsync();
        held.setTimeout(0);
        scheduler.schedule(() -> held.dispatch(), delay.length().toNanos(), TimeUnit.NANOSECONDS);
    }

    final void endSessionsIf(Fault fault) {
        if (fault instanceof Fault.EndAllSessions) {
            endAllSessions.run();
        }
    }
}
