package org.camelforce.salesforcecc.simulator.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes error responses (REST API Developer Guide, "Status Codes and Error Responses"). */
final class ErrorResponse {

    private ErrorResponse() {}

    static void json(HttpServletResponse response, int status, String errorCode, String message) throws IOException {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("message", message).put("errorCode", errorCode);
        write(response, status, "application/json;charset=UTF-8", body.toString());
    }

    /** An error in the format that the request accepts (REST API Developer Guide, "REST API Architecture"). */
    static void rest(
            HttpServletRequest request, HttpServletResponse response, int status, String errorCode, String message)
            throws IOException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.startsWith("application/xml")) {
            write(
                    response,
                    status,
                    "application/xml;charset=UTF-8",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Errors><Error><message>" + message
                            + "</message><errorCode>" + errorCode + "</errorCode></Error></Errors>");
        } else {
            json(response, status, errorCode, message);
        }
    }

    static void write(HttpServletResponse response, int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (!contentType.isEmpty()) {
            response.setContentType(contentType);
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
