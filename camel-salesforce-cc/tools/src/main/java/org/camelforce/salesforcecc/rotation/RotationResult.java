package org.camelforce.salesforcecc.rotation;

import java.util.List;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.text.Fingerprint;

/**
 * What a rotation, or a dry run, has done. Pairs appear as fingerprints only, the first eight hex digits of the
 * SHA-256.
 *
 * @param appId 18-character id of the External Client App
 * @param consumerId id of its OAuth consumer
 * @param former fingerprints of the pair that was current before
 * @param current fingerprints of the pair that is current now; after a dry run the same
 * @param steps what was done, in order
 */
public record RotationResult(
        String appId, String consumerId, PairFingerprint former, PairFingerprint current, List<RotationStep> steps) {

    /** Copies the steps. */
    public RotationResult {
        steps = List.copyOf(steps);
    }

    /** @return whether there is a new pair; not after a dry run */
    public boolean isRotated() {
        return !former.equals(current);
    }

    /**
     * The fingerprints of a pair.
     *
     * @param key of the consumer key
     * @param secret of the consumer secret
     */
    public record PairFingerprint(String key, String secret) {

        static PairFingerprint of(ClientCredentials credentials) {
            return new PairFingerprint(Fingerprint.of(credentials.clientId()), credentials.secretFingerprint());
        }

        @Override
        public String toString() {
            return "key " + key + ", secret " + secret;
        }
    }
}
