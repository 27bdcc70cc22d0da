package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.camelforce.salesforcecc.simulator.internal.oauth.BearerToken;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.cometd.bayeux.server.BayeuxContext;

/**
 * Finds the session behind a request's {@code Authorization} header. JWT-based access tokens are rejected: they are for
 * REST APIs (Salesforce Help), and the Pub/Sub API is known to reject them; that the Streaming API does is believed,
 * not confirmed.
 */
final class Authentication {

    private final SessionRegistry sessions;

    Authentication(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    /**
     * Counts as use of the session.
     *
     * @throws StreamingException if there is no such session
     */
    Session of(BayeuxContext request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_REQUIRED);
        }
        return BearerToken.of(header)
                .filter(token -> !BearerToken.isJwt(token))
                .flatMap(sessions::use)
                .orElseThrow(() -> StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID));
    }

    /**
     * Like {@link #of}, for a client that has shaken hands. The client is bound to the session before it is looked up
     * again, so that an end of the session in between is noticed here or by the session's end listener.
     */
    void renew(Client client, BayeuxContext request) {
        Session session = of(request);
        if (!client.isOwnedBy(session.userId())) {
            throw StreamingException.unauthenticated("400::Authenticated user id does not match the session's user id");
        }
        client.belongTo(session);
        if (sessions.peek(session.token()).isEmpty()) {
            throw StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID);
        }
    }
}
