package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * A resource about the user of a token. Other than in the REST API, a bad token here is answered with 403 and plain
 * text.
 */
abstract class BearerEndpoint implements OAuthEndpoint {

    private final InMemorySessions sessions;

    BearerEndpoint(InMemorySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public final void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = BearerToken.of(request);
        if (token.isEmpty()) {
            OAuthAnswer.text(response, 403, "Missing_OAuth_Token");
            return;
        }
        Optional<Session> session = sessions.use(token.get());
        if (session.isEmpty()) {
            OAuthAnswer.text(response, 403, "Bad_OAuth_Token");
            return;
        }
        if (!isAbout(request, session.get())) {
            OAuthAnswer.text(response, 403, "Wrong_Org");
            return;
        }
        OAuthAnswer.json(response, describe(session.get()));
    }

    boolean isAbout(HttpServletRequest request, Session session) {
        return true;
    }

    abstract ObjectNode describe(Session session);
}
