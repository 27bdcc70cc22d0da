package org.camelforce.salesforcecc.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the files of a position: readable, valid on every file system, and different for different keys. */
final class PositionFileName {

    private static final int READABLE_PART = 100;
    private static final int HASH_BYTES = 8;

    private PositionFileName() {}

    static String of(PositionKey key) {
        String readable = (key.subscriptionName() + key.channel().replace('/', '.') + "." + key.orgId())
                .replaceAll("[^A-Za-z0-9._-]", "_");
        return readable.substring(0, Math.min(READABLE_PART, readable.length())) + "-" + hash(key);
    }

    private static String hash(PositionKey key) {
        String all = key.orgId() + "\n" + key.channel() + "\n" + key.subscriptionName();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
