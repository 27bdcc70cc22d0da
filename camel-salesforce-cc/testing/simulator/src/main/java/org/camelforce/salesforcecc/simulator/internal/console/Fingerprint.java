package org.camelforce.salesforcecc.simulator.internal.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.camelforce.salesforcecc.simulator.internal.oauth.BearerToken;

/** Tells secrets apart without showing them. */
final class Fingerprint {

    private static final int BYTES = 4;

    private Fingerprint() {}

    /** @return the first eight hexadecimal digits of the SHA-256 of a text */
    static String of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @return that of the token in an {@code Authorization} header, empty if it holds none */
    static String ofAuthorization(String header) {
        return BearerToken.of(header).map(Fingerprint::of).orElse("");
    }
}
