package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which paths belong to the REST APIs. */
final class RestPaths {

    static final List<String> PATTERNS = List.of("/services/data/*", "/services/apexrest/*", "/services/async/*");

    private RestPaths() {}

    static boolean isVersions(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/services/data") || path.equals("/services/data/");
    }

    static boolean isBulkV1(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/services/async/");
    }

    static boolean isRest(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/services/data") || path.startsWith("/services/apexrest");
    }
}
