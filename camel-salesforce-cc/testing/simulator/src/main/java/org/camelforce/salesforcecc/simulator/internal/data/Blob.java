package org.camelforce.salesforcecc.simulator.internal.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The value of a blob field: its digest, and its bytes as long as they are not stored. */
public final class Blob {

    private final String sha256;
    private final byte @Nullable [] content;

    private Blob(String sha256, byte @Nullable [] content) {
        this.sha256 = sha256;
        this.content = content;
    }

    static Blob of(byte[] content) {
        return new Blob(digest("SHA-256", content), content);
    }

    /** A blob that is stored. */
    static Blob stored(String sha256) {
        return new Blob(sha256, null);
    }

    String sha256() {
        return sha256;
    }

    byte @Nullable [] content() {
        return content;
    }

    /** The length in bytes if it is not stored yet. */
    OptionalInt length() {
        return content == null ? OptionalInt.empty() : OptionalInt.of(content.length);
    }

    static String digest(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blob blob && blob.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "Blob[sha256=" + sha256 + "]";
    }
}
