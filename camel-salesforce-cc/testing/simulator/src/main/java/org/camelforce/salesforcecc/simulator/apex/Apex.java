package org.camelforce.salesforcecc.simulator.apex;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Apex REST classes of the org, below {@code /services/apexrest}. A handler stands for a method of such a class:
 *
 * <pre>{@code
 * simulator.apex().on("GET", "/orders/*", request -> Map.of("order", request.rest()));
 * }</pre>
 *
 * <p>URL mappings follow the rules of {@code @RestResource}: they are case-sensitive, {@code *} stands for the rest of
 * the path at its end and for one segment elsewhere, an exact mapping wins, and the longest one with a wildcard comes
 * next. Safe for use by several threads.
 */
public interface Apex {

    /**
     * Adds a handler, in the place of the one for the same method and mapping, if any.
     *
     * @param method {@code DELETE}, {@code GET}, {@code PATCH}, {@code POST} or {@code PUT}
     * @param urlMapping path below {@code /services/apexrest}, which begins with a slash
     * @param handler what answers; it may run on several threads at once
     * @throws IllegalArgumentException if the method or the mapping is not one that Apex REST knows
     */
    void on(String method, String urlMapping, Handler handler);

    /** Removes all handlers. */
    void clear();

    /** A method of an Apex REST class. */
    @FunctionalInterface
    interface Handler {

        /**
         * Answers a request. Its changes to records are not one transaction, unless it makes them in
         * {@code records().inTransaction}.
         *
         * @param request the request
         * @return the value that is answered as JSON with status 200; a {@link Response} for anything else; null where
         *     an Apex method returns nothing
         * @throws Exception answered with 500 {@code APEX_ERROR} and the exception's message
         */
        @Nullable
        Object handle(Request request) throws Exception;
    }

    /**
     * A request for an Apex REST class.
     *
     * @param method HTTP method
     * @param uri the path below {@code /services/apexrest}, as it was sent
     * @param rest what the mapping's last {@code *} stands for, decoded; empty if there is none
     * @param params the query parameters, each with its first value
     * @param headers the headers by lower-case name
     * @param body the body
     * @param userId 18-character id of the user who asks
     */
    record Request(
            String method,
            String uri,
            String rest,
            Map<String, String> params,
            Map<String, String> headers,
            byte[] body,
            String userId) {

        /** Takes copies of the maps. */
        public Request {
            params = Map.copyOf(params);
            headers = Map.copyOf(headers);
        }

        /** @return the body as text in UTF-8 */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /**
         * @return the body as JSON
         * @throws UncheckedIOException if it is none
         */
        public JsonNode json() {
            try {
                return Response.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * An answer with a status, type and headers of its own.
     *
     * @param status HTTP status, one of those that {@code RestResponse.statusCode} may have
     * @param contentType media type; empty for an answer without a body
     * @param body the body
     * @param headers further headers
     */
    record Response(int status, String contentType, byte[] body, Map<String, String> headers) {

        private static final JsonMapper JSON = JsonMapper.builder()
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();

        /** Takes a copy of the headers. */
        public Response {
            headers = Map.copyOf(headers);
        }

        /**
         * @param status HTTP status
         * @param value what is serialized; fields that are null are left out
         * @return an answer in JSON
         */
        public static Response json(int status, Object value) {
            try {
                return new Response(status, "application/json", JSON.writeValueAsBytes(value), Map.of());
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("the value cannot be written as JSON: " + value, e);
            }
        }

        /**
         * @param status HTTP status
         * @param contentType media type
         * @param text the body
         * @return an answer in UTF-8
         */
        public static Response text(int status, String contentType, String text) {
            return new Response(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        /**
         * @param status HTTP status
         * @return an answer without a body
         */
        public static Response empty(int status) {
            return new Response(status, "", new byte[0], Map.of());
        }

        /**
         * @param name name of a header
         * @param value its value
         * @return this answer with the header
         */
        public Response withHeader(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Response(status, contentType, body, more);
        }
    }
}
