package org.camelforce.salesforcecc.simulator.internal.rest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Files and the multipart bodies that carry them. */
final class TestFiles {

    static final String BOUNDARY = "frontier";

    private TestFiles() {}

    static byte[] ofSize(int bytes) {
        byte[] file = new byte[bytes];
        new Random(42).nextBytes(file);
        return file;
    }

    static byte[] multipart(String json, String field, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"entity\"\r\n"
                + "Content-Type: application/json;charset=utf-8\r\n\r\n" + json + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"file.doc\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
