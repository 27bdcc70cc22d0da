package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Which paths belong to the REST APIs. */
final class RestPaths {

    static final List<String> PATTERNS = List.of("/services/data/*", "/services/apexrest/*", "/services/async/*");

    private static final Pattern REST = Pattern.compile("/services/(data|apexrest)(/.*)?");
    private static final Pattern ENCODED_SLASH = Pattern.compile("/(services/)?[^/]*%2[Ff]");

    private RestPaths() {}

    static boolean isVersions(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/services/data") || path.equals("/services/data/");
    }

    static boolean isBulkV1(HttpServletRequest request) {
        return isBulkV1(request.getRequestURI());
    }

    static boolean isBulkV1(String path) {
        return path.startsWith("/services/async/");
    }

    static boolean isRest(HttpServletRequest request) {
        return isRest(request.getRequestURI());
    }

    static boolean isRest(String path) {
        return REST.matcher(path).matches();
    }

    /** Whether what is decoded leads to an API, and what is sent does not. */
    static boolean hasEncodedSlash(String path) {
        return ENCODED_SLASH.matcher(path).lookingAt();
    }
}
