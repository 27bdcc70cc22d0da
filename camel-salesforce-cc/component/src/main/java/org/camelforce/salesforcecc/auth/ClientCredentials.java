package org.camelforce.salesforcecc.auth;

import org.camelforce.salesforcecc.internal.text.Fingerprint;

/**
 * Consumer key and secret of an External Client App or Connected App. The text form does not show the secret.
 *
 * @param clientId the consumer key
 * @param clientSecret the consumer secret
 */
public record ClientCredentials(String clientId, String clientSecret) {

    /** @return the first eight hex digits of the secret's SHA-256 */
    public String secretFingerprint() {
        return Fingerprint.of(clientSecret);
    }

    @Override
    public String toString() {
        return "ClientCredentials[clientId=" + clientId + ", secretFingerprint=" + secretFingerprint() + "]";
    }
}
