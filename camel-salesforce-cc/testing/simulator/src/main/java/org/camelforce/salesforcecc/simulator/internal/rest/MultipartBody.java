package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.model.Utf8Stream;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * A record and its binary parts: one part is JSON, each other is named after a blob field (REST API Developer Guide,
 * "Insert or Update Blob Data").
 *
 * @param object the JSON part
 * @param binaries the others
 */
record MultipartBody(ObjectNode object, List<RequestBody.BinaryPart> binaries) {

    private static final int KEPT_IN_MEMORY = 1024 * 1024;
    private static final int LONGEST_KEPT = 50 * 1024 * 1024;
    private static final MultipartConfigElement CONFIG =
            new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, -1, KEPT_IN_MEMORY);

    static MultipartBody read(HttpServletRequest request) {
        request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, CONFIG);
        @Nullable ObjectNode record = null;
        List<RequestBody.BinaryPart> binaries = new ArrayList<>();
        long kept = 0;
        try {
            for (Part part : parts(request)) {
                if (record == null && isJson(part)) {
                    try (InputStream in = new BoundedStream(text(part), LONGEST_KEPT)) {
                        record = Json.parseObject(in);
                    }
                } else {
                    RequestBody.BinaryPart binary = digest(part, LONGEST_KEPT - kept);
                    kept += binary.content() == null ? 0 : binary.length();
                    binaries.add(binary);
                }
                part.delete();
            }
        } catch (ServletException | IllegalStateException e) {
            throw unreadable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (record == null) {
            throw invalid("The multipart request has no JSON part");
        }
        return new MultipartBody(record, List.copyOf(binaries));
    }

    private static Collection<Part> parts(HttpServletRequest request) throws ServletException {
        try {
            return request.getParts();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static boolean isJson(Part part) {
        String type = part.getContentType();
        return type != null && type.startsWith("application/json");
    }

    private static InputStream text(Part part) throws IOException {
        try {
            return Utf8Stream.of(part.getInputStream(), part.getContentType());
        } catch (IllegalArgumentException e) {
            throw new ApiException(
                    415, "UNSUPPORTED_MEDIA_TYPE", "The character set of a part of the request is not supported");
        }
    }

    private static RequestBody.BinaryPart digest(Part part, long longest) throws IOException {
        MessageDigest sha256 = sha256();
        try (DigestInputStream in = new DigestInputStream(part.getInputStream(), sha256)) {
            byte[] content = part.getSize() <= longest ? in.readNBytes(Math.toIntExact(part.getSize())) : null;
            long length = content == null ? in.transferTo(OutputStream.nullOutputStream()) : content.length;
            return new RequestBody.BinaryPart(
                    String.valueOf(part.getName()), length, HexFormat.of().formatHex(sha256.digest()), content);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Says nothing of the cause, whose message names classes of the web server. */
    private static ApiException unreadable() {
        return invalid("The multipart request cannot be read");
    }

    private static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_MULTIPART_REQUEST", message);
    }
}
