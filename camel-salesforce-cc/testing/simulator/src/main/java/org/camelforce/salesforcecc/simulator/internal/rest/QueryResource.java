package org.camelforce.salesforcecc.simulator.internal.rest;

import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code query}, {@code queryAll} and {@code query/locator}. */
final class QueryResource {

    private final RecordStore records;
    private final QueryAnswers answers;

    QueryResource(RecordStore records, QueryAnswers answers) {
        this.records = records;
        this.answers = answers;
    }

    RestResponse query(RestRequest request) {
        return RestResponse.ok(answers.first(request, found(request, false)));
    }

    RestResponse queryAll(RestRequest request) {
        return RestResponse.ok(answers.first(request, found(request, true)));
    }

    RestResponse more(RestRequest request) {
        return RestResponse.ok(answers.next(request, request.variable("locator")));
    }

    private QueryRows found(RestRequest request, boolean includeDeleted) {
        return records.query(soql(request), new QueryScope(request.session().userId(), includeDeleted));
    }

    private static String soql(RestRequest request) {
        return request.query("q")
                .filter(soql -> !soql.isBlank())
                .orElseThrow(() -> new ApiException(400, "MALFORMED_QUERY", "SOQL statements cannot be empty or null"));
    }
}
