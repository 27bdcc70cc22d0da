package org.camelforce.salesforcecc.simulator.internal.apex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL mapping of a class (Apex Developer Guide, "RestResource Annotation").
 *
 * @param text the mapping
 */
record UrlMapping(String text) {

    private static final int LONGEST = 255;

    UrlMapping {
        boolean starsAreSegments = !text.matches(".*([^/]\\*|\\*[^/]).*");
        if (!text.startsWith("/") || text.length() > LONGEST || !starsAreSegments) {
            throw new IllegalArgumentException("not a URL mapping of Apex REST: " + text);
        }
    }

    boolean isExact() {
        return !text.contains("*");
    }

    /** What the last wildcard stands for if the mapping fits the path; empty text without a wildcard. */
    Optional<String> match(String path) {
        Matcher matcher = pattern().matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.groupCount() == 0 ? null : matcher.group(matcher.groupCount());
        return Optional.of(rest == null ? "" : rest);
    }

    private Pattern pattern() {
        StringBuilder regex = new StringBuilder();
        String start = text.endsWith("/*") ? text.substring(0, text.length() - 2) : text.replaceAll("/$", "");
        for (String segment : start.substring(Math.min(1, start.length())).split("/")) {
            if (!segment.isEmpty()) {
                regex.append('/').append(segment.equals("*") ? "([^/]+)" : Pattern.quote(segment));
            }
        }
        return Pattern.compile(
                regex.append(text.endsWith("/*") ? "(?:/(.*))?" : "/?").toString());
    }
}
