package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API version in {@code /cometd/67.0/}. */
final class ApiVersionPath {

    private static final Pattern FORM = Pattern.compile(".*/cometd(?:/replay)?/(\\d+\\.\\d+)(?:/.*)?");

    private final Predicate<String> served;

    ApiVersionPath(Predicate<String> served) {
        this.served = served;
    }

    /** @throws StreamingException if the version is missing or not served */
    void check(String url) {
        // not every query that the web server takes can be part of a URI
        Matcher matcher = FORM.matcher(url.replaceFirst("\\?.*", ""));
        if (!matcher.matches()) {
            throw StreamingException.withAdvice(
                    "400::API version in the URI is mandatory. URI format: '/cometd/NN.0'", "", "none");
        }
        if (!served.test(matcher.group(1))) {
            throw StreamingException.withAdvice("400::Unsupported API version {" + matcher.group(1) + "}", "", "none");
        }
    }
}
