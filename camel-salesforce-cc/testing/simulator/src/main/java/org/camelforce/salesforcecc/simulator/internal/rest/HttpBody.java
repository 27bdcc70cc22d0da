package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.model.MediaType;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** The body of an HTTP request, read when a resource asks for it. Belongs to the request's thread. */
final class HttpBody implements RequestBody {

    private static final int LONGEST = 50 * 1024 * 1024;

    private static final List<String> XML_TYPES = List.of("application/xml", "text/xml");

    private final HttpServletRequest request;
    private @Nullable MultipartBody multipart;

    HttpBody(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public ObjectNode object() {
        if (isMultipart()) {
            return multipart().object();
        }
        try (InputStream body = new BoundedStream(request.getInputStream(), LONGEST)) {
            if (XML_TYPES.contains(mediaType())) {
                return XmlReader.parse(body);
            }
            requireJson();
            return Json.parseObject(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isEmpty() {
        String length = request.getHeader("Content-Length");
        return (length == null || length.equals("0")) && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    public List<BinaryPart> binaries() {
        return isMultipart() ? multipart().binaries() : List.of();
    }

    private boolean isMultipart() {
        return mediaType().equals("multipart/form-data");
    }

    /** Says no to bodies of other types; a body without a type is taken for JSON. */
    private void requireJson() {
        String type = mediaType();
        if (!isEmpty() && !type.isEmpty() && !type.equals("application/json")) {
            throw new ApiException(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Content-Type header specified in HTTP request is not supported: " + type);
        }
    }

    private String mediaType() {
        return MediaType.of(request.getContentType());
    }

    private MultipartBody multipart() {
        MultipartBody read = multipart;
        if (read == null) {
            read = MultipartBody.read(request);
            multipart = read;
        }
        return read;
    }
}
