package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves one OAuth resource. */
@FunctionalInterface
interface OAuthEndpoint {

    /** Answers a request, or throws the refusal to answer with. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, OAuthRefusal;

    /** The format in which a request wants its refusal. */
    default OAuthFormat format(HttpServletRequest request) {
        return OAuthFormat.JSON;
    }
}
