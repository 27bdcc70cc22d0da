package org.camelforce.salesforcecc.credentials;

import org.apache.camel.spi.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * The consumer key and secret that a rotation is about to put in place, option {@code next} of the component. They are
 * named {@code next.clientId} and {@code next.clientSecret}, because Camel masks a property by the last part of its
 * name. Both may change at any time. Safe for use by several threads.
 */
public final class NextCredentials {

    @Metadata(
            secret = true,
            description =
                    "The consumer key that a rotation is about to put in place, if it changes too. Tried when the login with"
                            + " the current pair is denied.")
    private volatile @Nullable String clientId;

    @Metadata(
            secret = true,
            description =
                    "The consumer secret that a rotation is about to put in place. Tried when the login with the current pair is denied.")
    private volatile @Nullable String clientSecret;

    /** Creates a pair without values, which is never tried. */
    public NextCredentials() {}

    /** @return the next consumer key, or null if it stays the same */
    public @Nullable String getClientId() {
        return clientId;
    }

    /** @param clientId the next consumer key, or null if it stays the same */
    public void setClientId(@Nullable String clientId) {
        this.clientId = clientId;
    }

    /** @return the next consumer secret, or null if there is none */
    public @Nullable String getClientSecret() {
        return clientSecret;
    }

    /** @param clientSecret the next consumer secret, or null if there is none */
    public void setClientSecret(@Nullable String clientSecret) {
        this.clientSecret = clientSecret;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "NextCredentials[clientId " + set(clientId) + ", clientSecret " + set(clientSecret) + "]";
    }

    private static String set(@Nullable String value) {
        return value == null ? "not set" : "set";
    }
}
