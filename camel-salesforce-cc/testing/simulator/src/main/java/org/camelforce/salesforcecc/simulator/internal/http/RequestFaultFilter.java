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

/** Injects the faults of one point before requests are served. Holds no thread while a request is delayed. */
final class RequestFaultFilter extends FaultFilter {

    private static final long serialVersionUID = 1L;
    private static final String INJECTED = RequestFaultFilter.class.getName();

    RequestFaultFilter(FaultPoint point, Faults faults, Runnable endAllSessions, ScheduledExecutorService scheduler) {
        super(point, faults, endAllSessions, scheduler);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Fault> fault = request.getAttribute(INJECTED) == null ? next(request) : Optional.empty();
        request.setAttribute(INJECTED, Boolean.TRUE);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            apply(fault.get(), request, response, chain);
        }
    }

    private void apply(Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (fault instanceof Fault.Delay delay) {
            hold(request, delay);
        } else if (fault instanceof Fault.Answer answer) {
            FaultAnswer.write(answer, response);
        } else if (fault instanceof Fault.DropConnection) {
            ConnectionFault.drop(request);
        } else if (fault instanceof Fault.CutBody cut) {
            BufferedResponse buffered = new BufferedResponse(response);
            chain.doFilter(request, buffered);
            buffered.send(cut.bytes());
            ConnectionFault.drop(request);
        } else {
            endSessionsIf(fault);
            chain.doFilter(request, response);
        }
    }
}
