package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes error responses. */
final class ErrorResponse {

    private ErrorResponse() {}

    static void rest(
            HttpServletRequest request, HttpServletResponse response, int status, String errorCode, String message)
            throws IOException {
        write(response, status, ErrorBody.rest(request.getHeader("Accept"), errorCode, message));
    }

    static void bulkV1(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        // the web server fails to tell the type of a body in a character set that does not exist
        write(response, status, ErrorBody.bulkV1(request.getHeader("Content-Type"), code, message));
    }

    static void write(HttpServletResponse response, int status, ErrorBody body) throws IOException {
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (!body.contentType().isEmpty()) {
            response.setContentType(body.contentType());
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
