package org.camelforce.salesforcecc.token;

import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * The token in use, with instance URL and identity, and when it expires. Immutable. Its text form shows the token's
 * fingerprint only.
 *
 * @param token the token
 * @param candidate name of the credentials that it was obtained with
 * @param obtainedAt wall-clock time of the login that returned it last
 * @param expiry when it expires, as far as that is known
 */
public record TokenEntry(AccessToken token, String candidate, Instant obtainedAt, Expiry expiry) {

    /**
     * @param value a token's value, or null
     * @return whether this entry holds that token
     */
    public boolean holds(@Nullable String value) {
        return token.value().equals(value);
    }

    /** @return the first eight hex digits of the token's SHA-256 */
    public String fingerprint() {
        return token.fingerprint();
    }

    /**
     * Returns this entry with another expiry.
     *
     * @param known the expiry
     * @return the new entry
     */
    public TokenEntry withExpiry(Expiry known) {
        return new TokenEntry(token, candidate, obtainedAt, known);
    }
}
