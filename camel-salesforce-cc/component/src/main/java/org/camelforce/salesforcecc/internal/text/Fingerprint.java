package org.camelforce.salesforcecc.internal.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The only form in which a token or secret may be shown: the first eight hex digits of its SHA-256. */
public final class Fingerprint {

    private static final int BYTES = 4;

    private Fingerprint() {}

    /**
     * @param secret a token or secret
     * @return eight lower-case hex digits
     */
    public static String of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
