package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordRef;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code query}, {@code queryAll} and {@code query/locator}. */
final class QueryResource {

    private static final Set<String> SEEN = Set.of("VIEW", "REFERENCE");

    private final RecordStore records;
    private final QueryAnswers answers;
    private final QueryPlans plans;
    private final RecentRecords recent;

    QueryResource(RecordStore records, QueryAnswers answers, QueryPlans plans, RecentRecords recent) {
        this.records = records;
        this.answers = answers;
        this.plans = plans;
        this.recent = recent;
    }

    RestResponse query(RestRequest request) {
        if (request.query("columns").filter("true"::equalsIgnoreCase).isPresent()) {
            return RestResponse.ok(
                    ColumnMetadata.of(records.columns(Soql.parse(soql(request)), scope(request, false))));
        }
        Optional<String> explained = request.query("explain").filter(soql -> !soql.isBlank());
        return explained.isPresent()
                ? RestResponse.ok(plans.of(request, explained.get()))
                : RestResponse.ok(answers.first(request, found(request, false)));
    }

    RestResponse queryAll(RestRequest request) {
        return RestResponse.ok(answers.first(request, found(request, true)));
    }

    RestResponse more(RestRequest request) {
        return RestResponse.ok(answers.next(request, request.variable("locator")));
    }

    /** Finds the rows; those that are queried FOR VIEW or FOR REFERENCE count as recently viewed. */
    private QueryRows found(RestRequest request, boolean includeDeleted) {
        String userId = request.session().userId();
        SoqlQuery query = Soql.parse(soql(request));
        QueryRows found = records.query(query, scope(request, includeDeleted));
        if (query.purposes().stream().anyMatch(SEEN::contains)) {
            found.origins().forEach(origin -> {
                RecordRef record = origin.get("");
                if (record != null) {
                    recent.touch(userId, record.type(), record.id());
                }
            });
        }
        return found;
    }

    private static QueryScope scope(RestRequest request, boolean includeDeleted) {
        return new QueryScope(request.session().userId(), includeDeleted);
    }

    static String soql(RestRequest request) {
        return request.query("q")
                .filter(soql -> !soql.isBlank())
                .orElseThrow(() -> new ApiException(400, "MALFORMED_QUERY", "SOQL statements cannot be empty or null"));
    }
}
