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
        try {
            new URI(SOME_ORIGIN + target);
        } catch (URISyntaxException e) {
            String problem = UrlPath.problem(pathOf(target));
            return problem == null ? "has characters that are not allowed in a URL" : problem;
        }
        return UrlPath.problem(pathOf(encoded(target)));
    }

    private static String pathOf(String target) {
        return target.split("\\?", 2)[0].substring(1);
    }

    /** The target with what is not ASCII percent-encoded. */
    static String encoded(String target) {
        return URI.create(SOME_ORIGIN + target).toASCIIString().substring(SOME_ORIGIN.length());
    }
}
