package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Ids of event schemas: 22 characters that stay the same for as long as the definition does. */
public final class SchemaIds {

    private static final int BYTES = 16;

    private SchemaIds() {}

    /**
     * @param definition the text of an event's definition
     * @return the id: the first 16 bytes of the text's SHA-256 digest in URL-safe Base64
     */
    public static String of(String definition) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
