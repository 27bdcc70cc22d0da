package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /id/keys} (RFC 7517, section 5): what verifies JWT-based access tokens. An org whose app gets opaque ones has
 * no keys to publish.
 */
final class KeysEndpoint implements OAuthEndpoint {

    private final InMemoryApp app;
    private final JwtTokens tokens;

    KeysEndpoint(InMemoryApp app, JwtTokens tokens) {
        this.app = app;
        this.tokens = tokens;
    }

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = OAuthAnswer.object();
        ArrayNode keys = body.putArray("keys");
        if (app.jwtLifetime().isPresent()) {
            keys.add(tokens.publicKey());
        }
        OAuthAnswer.json(response, body);
    }
}
