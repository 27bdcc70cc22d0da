package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** 415, in the form of the API that was asked. */
final class UnsupportedMediaType {

    private static final int STATUS = 415;

    private UnsupportedMediaType() {}

    static void write(HttpServletRequest request, HttpServletResponse response, String message) throws IOException {
        if (RestPaths.isBulkV1(request)) {
            ErrorResponse.bulkV1(
                    request, response, STATUS, "ClientInputError", "The header of the body is not supported");
        } else {
            ErrorResponse.write(response, STATUS, ErrorBody.json("UNSUPPORTED_MEDIA_TYPE", message));
        }
    }
}
