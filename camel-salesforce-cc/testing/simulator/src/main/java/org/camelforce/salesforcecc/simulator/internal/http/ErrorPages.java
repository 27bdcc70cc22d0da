package org.camelforce.salesforcecc.simulator.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers what fails before a servlet answers it, in the form of the API that was asked. It says nothing of exceptions,
 * which the web server logs.
 */
public final class ErrorPages extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        ErrorBody body = body(request, code);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
        response.write(true, ByteBuffer.wrap(body.text().getBytes(StandardCharsets.UTF_8)), callback);
    }

    private static ErrorBody body(Request request, int status) {
        String path = PathNormalizer.normal(request.getHttpURI().getPath());
        String reason = HttpStatus.getMessage(status);
        if (isPage(status)) {
            return ErrorBody.badMessage(status, reason);
        }
        if (RestPaths.isBulkV1(path)) {
            return ErrorBody.bulkV1(request.getHeaders().get(HttpHeader.CONTENT_TYPE), bulkV1Code(status), reason);
        }
        if (RestPaths.isRest(path)) {
            return ErrorBody.rest(request.getHeaders().get(HttpHeader.ACCEPT), restCode(status), reason);
        }
        return status == HttpStatus.NOT_FOUND_404 ? ErrorBody.unknownUrl() : ErrorBody.badMessage(status, reason);
    }

    /** Salesforce answers these with a page below its APIs, too, and nobody has seen the third. */
    private static boolean isPage(int status) {
        return status == HttpStatus.URI_TOO_LONG_414
                || status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
                || status == HttpStatus.REQUEST_TIMEOUT_408;
    }

    private static String bulkV1Code(int status) {
        return switch (status) {
            case HttpStatus.BAD_REQUEST_400, HttpStatus.NOT_FOUND_404 -> "InvalidUrl";
            default -> HttpStatus.isClientError(status) ? "ClientInputError" : "Unknown";
        };
    }

    private static String restCode(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "NOT_FOUND";
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "METHOD_NOT_ALLOWED";
            case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "REQUEST_ENTITY_TOO_LARGE";
            default -> HttpStatus.isClientError(status) ? "INVALID_INPUT" : "UNKNOWN_EXCEPTION";
        };
    }
}
