package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Errors of Bulk API 1.0, in XML or, for jobs in JSON, in JSON (Bulk API Developer Guide, "Errors"). */
final class BulkV1Error {

    private BulkV1Error() {}

    /**
     * @param code one of the API's exception codes
     * @param message what is wrong, in plain text without markup
     */
    static void write(HttpServletRequest request, HttpServletResponse response, int status, String code, String message)
            throws IOException {
        // the web server fails to tell the type of a body in a character set that does not exist
        String contentType = request.getHeader("Content-Type");
        if (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json")) {
            ErrorResponse.write(
                    response,
                    status,
                    "application/json;charset=UTF-8",
                    "{\"exceptionCode\":\"" + code + "\",\"exceptionMessage\":\"" + message + "\"}");
        } else {
            ErrorResponse.write(
                    response,
                    status,
                    "application/xml;charset=UTF-8",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                            + "<error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
                            + "<exceptionCode>" + code + "</exceptionCode>"
                            + "<exceptionMessage>" + message + "</exceptionMessage></error>");
        }
    }
}
