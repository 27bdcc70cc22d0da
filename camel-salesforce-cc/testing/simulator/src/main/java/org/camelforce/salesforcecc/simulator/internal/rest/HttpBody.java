package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** The body of an HTTP request, read when a resource asks for it. Belongs to the request's thread. */
final class HttpBody implements RequestBody {

    private static final int LONGEST = 50 * 1024 * 1024;

    private final HttpServletRequest request;
    private @Nullable MultipartBody multipart;

    HttpBody(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public ObjectNode object() {
        return isMultipart() ? multipart().object() : Json.parseObject(bytes());
    }

    @Override
    public List<BinaryPart> binaries() {
        return isMultipart() ? multipart().binaries() : List.of();
    }

    private boolean isMultipart() {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length());
    }

    private MultipartBody multipart() {
        MultipartBody read = multipart;
        if (read == null) {
            read = MultipartBody.read(request);
            multipart = read;
        }
        return read;
    }

    private byte[] bytes() {
        try {
            byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new ApiException(
                        413, "REQUEST_ENTITY_TOO_LARGE", "The request body exceeds " + LONGEST + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
