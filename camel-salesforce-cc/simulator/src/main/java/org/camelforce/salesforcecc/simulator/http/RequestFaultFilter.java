package org.camelforce.salesforcecc.simulator.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;

/** Lets the faults of one point strike before requests are served. Holds no thread while a request is delayed. */
final class RequestFaultFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String STRUCK = RequestFaultFilter.class.getName();

    private final FaultPoint point;
    private final transient Faults faults;
    private final transient Runnable endAllSessions;
    private final transient ScheduledExecutorService scheduler;

    RequestFaultFilter(FaultPoint point, Faults faults, Runnable endAllSessions, ScheduledExecutorService scheduler) {
        this.point = point;
        this.faults = faults;
        this.endAllSessions = endAllSessions;
        this.scheduler = scheduler;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Fault> fault = request.getAttribute(STRUCK) == null ? faults.next(point) : Optional.empty();
        request.setAttribute(STRUCK, Boolean.TRUE);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            strike(fault.get(), request, response, chain);
        }
    }

    private void strike(Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (fault instanceof Fault.Delay delay) {
            AsyncContext held = request.startAsync();
            held.setTimeout(0);
            scheduler.schedule(() -> held.dispatch(), delay.length().toNanos(), TimeUnit.NANOSECONDS);
        } else if (fault instanceof Fault.Answer answer) {
            FaultAnswer.write(answer, response);
        } else if (fault instanceof Fault.DropConnection) {
            Connections.drop(request);
        } else if (fault instanceof Fault.CutBody cut) {
            BufferedResponse buffered = new BufferedResponse(response);
            chain.doFilter(request, buffered);
            buffered.send(cut.bytes());
            Connections.drop(request);
        } else {
            if (fault instanceof Fault.EndAllSessions) {
                endAllSessions.run();
            }
            chain.doFilter(request, response);
        }
    }
}
