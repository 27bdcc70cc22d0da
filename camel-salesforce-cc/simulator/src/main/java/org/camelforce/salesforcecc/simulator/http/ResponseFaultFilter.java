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

/**
 * Lets the faults of one point strike after requests have been served and before their answers are written. What serves
 * them must do so on the calling thread. Holds no thread while an answer is delayed.
 */
final class ResponseFaultFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String SERVED = ResponseFaultFilter.class.getName();

    private final FaultPoint point;
    private final transient Faults faults;
    private final transient Runnable endAllSessions;
    private final transient ScheduledExecutorService scheduler;

    ResponseFaultFilter(FaultPoint point, Faults faults, Runnable endAllSessions, ScheduledExecutorService scheduler) {
        this.point = point;
        this.faults = faults;
        this.endAllSessions = endAllSessions;
        this.scheduler = scheduler;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SERVED) instanceof BufferedResponse served) {
            served.send();
            return;
        }
        Optional<Fault> fault = faults.next(point);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse buffered = new BufferedResponse(response);
        chain.doFilter(request, buffered);
        strike(fault.get(), request, buffered, response);
    }

    private void strike(
            Fault fault, HttpServletRequest request, BufferedResponse buffered, HttpServletResponse response)
            throws IOException {
        if (fault instanceof Fault.Delay delay) {
            request.setAttribute(SERVED, buffered);
            AsyncContext held = request.startAsync();
            held.setTimeout(0);
            scheduler.schedule(() -> held.dispatch(), delay.length().toNanos(), TimeUnit.NANOSECONDS);
        } else if (fault instanceof Fault.Answer answer) {
            response.reset();
            FaultAnswer.write(answer, response);
        } else if (fault instanceof Fault.DropConnection) {
            Connections.drop(request);
        } else if (fault instanceof Fault.CutBody cut) {
            buffered.send(cut.bytes());
            Connections.drop(request);
        } else {
            if (fault instanceof Fault.EndAllSessions) {
                endAllSessions.run();
            }
            buffered.send();
        }
    }
}
