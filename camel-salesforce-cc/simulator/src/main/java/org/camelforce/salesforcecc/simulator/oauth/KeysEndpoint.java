package org.camelforce.salesforcecc.simulator.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /id/keys} (RFC 7517, section 5): an org that issues opaque tokens only has no signing keys to publish. */
final class KeysEndpoint implements OAuthEndpoint {

    @Override
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode body = OAuthAnswer.object();
        body.putArray("keys");
        OAuthAnswer.json(response, body);
    }
}
