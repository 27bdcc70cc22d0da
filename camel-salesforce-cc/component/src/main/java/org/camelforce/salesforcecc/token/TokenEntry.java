package org.camelforce.salesforcecc.token;

import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;

/**
 * The token in use and when it was obtained. Immutable. Its text form shows the token's fingerprint only.
 *
 * @param token the token
 * @param obtainedAt wall-clock time of the login that returned it last
 */
public record TokenEntry(AccessToken token, Instant obtainedAt) {

    /**
     * @param value a token's value
     * @return whether this entry holds that token
     */
    public boolean holds(String value) {
        return token.value().equals(value);
    }
}
