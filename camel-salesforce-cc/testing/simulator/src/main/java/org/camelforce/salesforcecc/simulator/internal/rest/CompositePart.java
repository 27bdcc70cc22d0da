package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * One subrequest of a composite request.
 *
 * @param referenceId what later parts call its answer
 * @param subrequest the request, its references still unresolved
 */
record CompositePart(String referenceId, Subrequest subrequest) {

    private static final List<String> QUERIES = List.of("query", "queryAll");

    static CompositePart of(JsonNode json) {
        Subrequest subrequest = Subrequest.of(json, "httpHeaders", "body");
        boolean nested = subrequest.resource().filter("composite"::equals).isPresent() && !isCollection(subrequest);
        if (nested) {
            throw new ApiException(400, "INVALID_INPUT", "Composite requests cannot be nested: " + subrequest.url());
        }
        return new CompositePart(Subrequest.requiredText(json, "referenceId"), subrequest);
    }

    /** Whether it counts as query or collection, of which a composite request may have five. */
    boolean isQuery() {
        return subrequest.resource().filter(QUERIES::contains).isPresent() || isCollection(subrequest);
    }

    Subrequest resolve(References references) {
        return new Subrequest(
                subrequest.method(),
                references.resolveUrl(subrequest.url()),
                references.resolve(subrequest.headers()),
                references.resolve(subrequest.body()));
    }

    private static boolean isCollection(Subrequest subrequest) {
        return subrequest.isFor("composite", "sobjects");
    }
}
