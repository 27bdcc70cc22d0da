package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * One subrequest of a composite request.
 *
 * @param referenceId what later parts call its answer
 * @param subrequest the request, its references still unresolved
 */
record CompositePart(String referenceId, Subrequest subrequest) {

    private static final List<String> QUERIES = List.of("query", "queryAll");
    private static final int REFERENCE_IDS_CHECKED_SINCE = 52;
    private static final Pattern REFERENCE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");
    // Subrequests inherit them (REST API Developer Guide, "Composite Request Body").
    private static final Set<String> INHERITED_HEADERS = Set.of("accept", "authorization", "content-type");

    /** @param version the version of the whole request */
    static CompositePart of(JsonNode json, ApiVersion version) {
        Subrequest subrequest = Subrequest.of(json, "httpHeaders", "body");
        boolean nested = subrequest.resource().filter("composite"::equals).isPresent() && !isCollection(subrequest);
        if (nested) {
            throw new ApiException(400, "INVALID_INPUT", "Composite requests cannot be nested: " + subrequest.url());
        }
        subrequest.headers().fieldNames().forEachRemaining(CompositePart::requireOwnHeader);
        String referenceId = Subrequest.requiredText(json, "referenceId");
        if (version.isAtLeast(REFERENCE_IDS_CHECKED_SINCE)
                && !REFERENCE_ID.matcher(referenceId).matches()) {
            throw new ApiException(
                    400,
                    "INVALID_INPUT",
                    "Provided referenceId ('" + referenceId + "') must start with a letter or a number, and it can"
                            + " contain only letters, numbers and underscores ('_').");
        }
        return new CompositePart(referenceId, subrequest);
    }

    /** Whether it counts as query or collection, of which a composite request may have five. */
    boolean isQuery() {
        return subrequest.resource().filter(QUERIES::contains).isPresent() || isCollection(subrequest);
    }

    /** Whether it is for records: by id, by an external id, or to create some. */
    boolean isForRecords() {
        return subrequest.isFor("sobjects") || subrequest.url().startsWith("@{");
    }

    /** Version, method and object, by which nodes of a graph count as different. */
    String sort() {
        return subrequest.method() + " " + subrequest.start(3).toLowerCase(Locale.ROOT);
    }

    Subrequest resolve(References references) {
        return new Subrequest(
                subrequest.method(),
                references.resolveUrl(subrequest.url()),
                references.resolve(subrequest.headers()),
                references.resolve(subrequest.body()));
    }

    private static void requireOwnHeader(String name) {
        if (INHERITED_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new ApiException(400, "INVALID_INPUT", "The header " + name + " cannot be specified in a subrequest");
        }
    }

    private static boolean isCollection(Subrequest subrequest) {
        return subrequest.isFor("composite", "sobjects");
    }
}
