package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers where nothing else is mounted. */
final class NotFoundServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String UNKNOWN = "The requested resource does not exist";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (RestPaths.isRest(request)) {
            ErrorResponse.rest(request, response, 404, "NOT_FOUND", UNKNOWN);
        } else {
            ErrorResponse.write(response, 404, ErrorBody.unknownUrl());
        }
    }
}
