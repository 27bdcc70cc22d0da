package org.camelforce.salesforcecc.simulator.internal.oauth;

import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/** Carries an {@link OAuthError} from where it is decided to where it is answered. */
final class OAuthException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OAuthError error;

    OAuthException(OAuthError error) {
        super(error.error() + ": " + error.description(), null, false, false);
        this.error = error;
    }

    OAuthError error() {
        return error;
    }
}
