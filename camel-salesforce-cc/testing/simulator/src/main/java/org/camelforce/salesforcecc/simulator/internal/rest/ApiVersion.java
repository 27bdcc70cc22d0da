package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the API. Three releases make a year, and version 20 was Winter '11.
 *
 * @param number the part before {@code .0}
 */
record ApiVersion(int number) {

    private static final Pattern FORM = Pattern.compile("v(\\d{2})\\.0");
    private static final String[] SEASONS = {"Winter", "Spring", "Summer"};

    /** Reads a path segment such as {@code v67.0}; empty if it has another form. */
    static Optional<ApiVersion> parse(String segment) {
        Matcher matcher = FORM.matcher(segment);
        return matcher.matches() ? Optional.of(new ApiVersion(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    String label() {
        int releases = number - 20;
        return SEASONS[releases % SEASONS.length] + " ’" + (11 + releases / SEASONS.length);
    }

    String text() {
        return number + ".0";
    }

    /** The path below the host, without a slash at its end. */
    String path() {
        return "/services/data/v" + text();
    }

    boolean isAtLeast(int other) {
        return number >= other;
    }
}
