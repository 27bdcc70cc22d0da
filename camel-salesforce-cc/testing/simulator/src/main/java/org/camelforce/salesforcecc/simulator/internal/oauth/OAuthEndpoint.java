package org.camelforce.salesforcecc.simulator.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves one OAuth resource. */
@FunctionalInterface
interface OAuthEndpoint {

    /** Answers a request, or throws the error to answer with. */
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, OAuthException;

    /** The format in which a request wants an error. */
    default OAuthFormat format(HttpServletRequest request) {
        return OAuthFormat.JSON;
    }
}
