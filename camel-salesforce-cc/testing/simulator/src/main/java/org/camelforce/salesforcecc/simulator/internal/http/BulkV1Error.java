package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** How Bulk API 1.0 answers without a live session: status 400 and {@code InvalidSessionId}, in JSON or XML. */
final class BulkV1Error {

    private static final String JSON =
            "{\"exceptionCode\":\"InvalidSessionId\",\"exceptionMessage\":\"Invalid session id\"}";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
            + "<exceptionCode>InvalidSessionId</exceptionCode>"
            + "<exceptionMessage>Invalid session id</exceptionMessage></error>";

    private BulkV1Error() {}

    static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String contentType = request.getContentType();
        if (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json")) {
            ErrorResponse.write(response, 400, "application/json;charset=UTF-8", JSON);
        } else {
            ErrorResponse.write(response, 400, "application/xml;charset=UTF-8", XML);
        }
    }
}
