package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.internal.model.RequestNote;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.eclipse.jetty.http.HttpException;

/** The servlet around an {@link OAuthEndpoint}. */
final class OAuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    // The description is ours.
    private static final OAuthError UNREADABLE =
            new OAuthError(400, "invalid_request", "the parameters cannot be read");

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
        } catch (HttpException.RuntimeException e) {
            OAuthAnswer.error(response, UNREADABLE, OAuthFormat.JSON);
        }
    }
}
