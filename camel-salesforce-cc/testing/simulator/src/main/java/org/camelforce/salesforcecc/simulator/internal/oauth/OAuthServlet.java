package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.internal.model.RequestNote;

/** The servlet around an {@link OAuthEndpoint}. */
final class OAuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient OAuthEndpoint endpoint;

    OAuthServlet(OAuthEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        try {
            endpoint.serve(request, response);
        } catch (OAuthException e) {
            RequestNote.put(request, e.error().error() + ": " + e.error().description());
            OAuthAnswer.error(response, e.error(), endpoint.format(request));
        }
    }
}
