package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;

/**
 * Injects the faults of one point after requests have been served and before their answers are written. What serves
 * them must do so on the calling thread. Holds no thread while an answer is delayed.
 */
final class ResponseFaultFilter extends FaultFilter {

    private static final long serialVersionUID = 1L;
    private static final String SERVED = ResponseFaultFilter.class.getName();

    ResponseFaultFilter(FaultPoint point, Faults faults, Runnable endAllSessions, ScheduledExecutorService scheduler) {
        super(point, faults, endAllSessions, scheduler);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SERVED) instanceof BufferedResponse served) {
            served.send();
            return;
        }
        Optional<Fault> fault = next(request);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        BufferedResponse buffered = new BufferedResponse(response);
        chain.doFilter(request, buffered);
        apply(fault.get(), request, buffered, response);
    }

    private void apply(Fault fault, HttpServletRequest request, BufferedResponse buffered, HttpServletResponse response)
            throws IOException {
        if (fault instanceof Fault.Delay delay) {
            request.setAttribute(SERVED, buffered);
            hold(request, delay);
        } else if (fault instanceof Fault.Answer answer) {
            response.reset();
            FaultAnswer.write(answer, response);
        } else if (fault instanceof Fault.DropConnection) {
            ConnectionFault.drop(request);
        } else if (fault instanceof Fault.CutBody cut) {
            buffered.send(cut.bytes());
            ConnectionFault.drop(request);
        } else {
            endSessionsIf(fault);
            buffered.send();
        }
    }
}
