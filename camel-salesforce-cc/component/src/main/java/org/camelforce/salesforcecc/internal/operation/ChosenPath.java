package org.camelforce.salesforcecc.internal.operation;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Looks at a path and a query that an option, a header or the body chooses as a whole. */
final class ChosenPath {

    private static final String SOME_ORIGIN = "http://localhost";

    private ChosenPath() {}

    /**
     * What is wrong, to go behind the name of what chose it; null if nothing is.
     *
     * @param target as it is sent
     */
    static @Nullable String problem(String target) {
        if (!target.startsWith("/") || target.indexOf('#') >= 0) {
            return "must be a path without #";
        }
        String problem = UrlPath.problem(target.split("\\?", 2)[0].substring(1));
        if (problem != null) {
            return problem;
        }
        try {
            new URI(SOME_ORIGIN + target);
            return null;
        } catch (URISyntaxException e) {
            return "has characters that are not allowed in a URL";
        }
    }

    /** The target with what is not ASCII percent-encoded. */
    static String encoded(String target) {
        return URI.create(SOME_ORIGIN + target).toASCIIString().substring(SOME_ORIGIN.length());
    }
}
