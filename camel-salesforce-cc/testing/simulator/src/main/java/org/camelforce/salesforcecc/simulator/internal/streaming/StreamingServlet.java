package org.camelforce.salesforcecc.simulator.internal.streaming;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.internal.http.ConnectionFault;
import org.camelforce.salesforcecc.simulator.internal.http.FaultAnswer;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.server.http.jakarta.CometDServlet;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/** CometD's servlet over the service's own server; it also writes injected answers. */
final class StreamingServlet extends CometDServlet {

    private static final long serialVersionUID = 1L;

    private final transient BayeuxServer server;
    private volatile boolean closed;

    StreamingServlet(BayeuxServer server) {
        this.server = server;
    }

    void close() {
        closed = true;
    }

    @Override
    protected BayeuxServer newBayeuxServer() {
        return server;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (closed) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (!hasReadableParameters(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (request.getMethod().equals("POST")) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    @Override
    protected void sendError(
            HttpServletRequest request, HttpServletResponse response, int code, @Nullable Throwable failure) {
        if (failure instanceof InjectedAnswer injected) {
            if (injected.fault() instanceof Fault.Answer answer) {
                write(answer, response);
            } else {
                ConnectionFault.drop(request);
            }
        } else {
            boolean bad = code == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && isOfBody(failure);
            super.sendError(request, response, bad ? HttpServletResponse.SC_BAD_REQUEST : code, failure);
        }
    }

    private static boolean hasReadableParameters(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (HttpException.RuntimeException e) {
            return false;
        }
    }

    /** Whether the client has sent a body that cannot be read or parsed. */
    private static boolean isOfBody(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof ParseException || cause instanceof HttpException) {
                return true;
            }
        }
        return false;
    }

    private void write(Fault.Answer answer, HttpServletResponse response) {
        try {
            FaultAnswer.write(answer, response);
        } catch (IOException e) {
            log("The client did not wait for the injected answer", e);
        }
    }
}
