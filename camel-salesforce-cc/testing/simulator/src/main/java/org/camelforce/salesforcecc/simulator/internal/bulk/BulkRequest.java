package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.model.JsonText;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * A request for a resource of the Bulk APIs.
 *
 * @param http the request
 * @param path the segments of its path behind the servlet's
 * @param session who asks
 */
record BulkRequest(HttpServletRequest http, List<String> path, Session session) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_DESCRIPTION = 1024 * 1024;

    static BulkRequest of(HttpServletRequest http) {
        String path = http.getPathInfo() == null ? "" : http.getPathInfo();
        return new BulkRequest(
                http,
                Arrays.stream(path.split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList(),
                Optional.ofNullable(http.getAttribute(Session.class.getName()))
                        .map(Session.class::cast)
                        .orElseThrow(() -> new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid")));
    }

    String method() {
        return http.getMethod();
    }

    Optional<String> query(String name) {
        try {
            return Optional.ofNullable(http.getParameter(name)).filter(value -> !value.isEmpty());
        } catch (RuntimeException e) {
            // Jetty throws exceptions of several types for what it cannot decode
            throw new ApiException(400, "MALFORMED_QUERY", "The query string cannot be read");
        }
    }

    boolean isOfType(String contentType) {
        String type = http.getContentType();
        return type != null && type.regionMatches(true, 0, contentType, 0, contentType.length());
    }

    /** The body, which describes a job. */
    byte[] description() throws IOException {
        return description(http.getInputStream());
    }

    ObjectNode json() throws IOException {
        return json(http.getInputStream());
    }

    static ObjectNode json(InputStream in) throws IOException {
        return json(description(in));
    }

    static ObjectNode json(byte[] bytes) throws IOException {
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body instanceof ObjectNode object) {
                return object;
            }
            throw new ApiException(400, "JSON_PARSER_ERROR", "The body is not a JSON object");
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "JSON_PARSER_ERROR", JsonText.problem(e));
        } catch (CharConversionException e) {
            throw new ApiException(400, "JSON_PARSER_ERROR", String.valueOf(e.getMessage()));
        }
    }

    private static byte[] description(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_DESCRIPTION + 1);
        if (bytes.length > LONGEST_DESCRIPTION) {
            throw new ApiException(
                    413, "REQUEST_ENTITY_TOO_LARGE", "The request body exceeds " + LONGEST_DESCRIPTION + " bytes");
        }
        return bytes;
    }
}
