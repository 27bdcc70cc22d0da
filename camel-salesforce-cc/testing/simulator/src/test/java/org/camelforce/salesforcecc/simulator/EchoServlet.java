package org.camelforce.salesforcecc.simulator;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.internal.http.SessionFilter;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** Answers with the name of the session's user. */
final class EchoServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        Object session = request.getAttribute(SessionFilter.SESSION_ATTRIBUTE);
        response.getWriter().print(session instanceof Session known ? "served " + known.username() : "served nobody");
    }
}
