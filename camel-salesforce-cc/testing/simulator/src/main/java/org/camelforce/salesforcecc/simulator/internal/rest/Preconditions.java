package org.camelforce.salesforcecc.simulator.internal.rest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests that depend on when something was last modified (REST API Developer Guide, "Conditional Request
 * Headers"). A date that is none is no condition.
 */
final class Preconditions {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private Preconditions() {}

    /**
     * The answer to a request whose precondition does not hold: 304 if nothing was modified since, 412 if something was
     * modified since; empty if the request goes on.
     *
     * @param lastModified in whole seconds
     */
    static Optional<RestResponse> unmet(RestRequest request, Instant lastModified) {
        if (date(request, "If-Unmodified-Since").filter(lastModified::isAfter).isPresent()) {
            return Optional.of(new RestResponse(412, null, Map.of()));
        }
        boolean unmodified = date(request, "If-Modified-Since")
                .filter(since -> !lastModified.isAfter(since))
                .isPresent();
        return unmodified ? Optional.of(new RestResponse(304, null, lastModified(lastModified))) : Optional.empty();
    }

    /** The header that tells the time to ask with. */
    static Map<String, String> lastModified(Instant lastModified) {
        return Map.of("Last-Modified", HTTP_DATE.format(lastModified.atOffset(ZoneOffset.UTC)));
    }

    private static Optional<Instant> date(RestRequest request, String header) {
        return request.header(header).flatMap(Preconditions::parse);
    }

    private static Optional<Instant> parse(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, HTTP_DATE).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
