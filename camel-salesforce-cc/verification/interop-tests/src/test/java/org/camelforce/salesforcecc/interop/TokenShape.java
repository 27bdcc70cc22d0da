package org.camelforce.salesforcecc.interop;

import java.time.Duration;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;

/**
 * What tokens the server hands out.
 *
 * @param format opaque or JWT
 * @param life how long a token is good, in whole seconds
 * @param expiresIn whether the response says so; Salesforce's does not
 */
record TokenShape(OAuth2TokenFormat format, Duration life, boolean expiresIn) {

    static TokenShape opaque() {
        return new TokenShape(OAuth2TokenFormat.REFERENCE, Duration.ofHours(2), false);
    }

    static TokenShape jwt() {
        return new TokenShape(OAuth2TokenFormat.SELF_CONTAINED, Duration.ofHours(2), false);
    }

    TokenShape sayingExpiresIn() {
        return new TokenShape(format, life, true);
    }

    TokenShape living(Duration lifetime) {
        return new TokenShape(format, lifetime, expiresIn);
    }
}
