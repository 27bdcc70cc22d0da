package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes answers. */
final class BulkAnswer {

    private BulkAnswer() {}

    static void json(HttpServletResponse response, int status, JsonNode body) throws IOException {
        text(response, status, "application/json;charset=UTF-8", body.toString());
    }

    static void text(HttpServletResponse response, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** A list with one error, as Bulk API 2.0 has it. */
    static void error(HttpServletResponse response, int status, String code, String message) throws IOException {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        errors.addObject().put("errorCode", code).put("message", message);
        json(response, status, errors);
    }

    static void csv(HttpServletResponse response, Path file) throws IOException {
        response.setStatus(200);
        response.setContentType("text/csv;charset=UTF-8");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }
}
