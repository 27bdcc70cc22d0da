package org.camelforce.salesforcecc.internal.console;

import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.internal.session.RequestStatistics;

/** What the console shows of requests. */
final class RequestsView {

    private RequestsView() {}

    static JsonObject of(RequestStatistics requests) {
        View view = new View().add("replays", requests.replays()).add("retries", requests.retries());
        requests.apiUsage()
                .ifPresent(usage -> view.add("apiRequestsUsed", usage.used()).add("apiRequestsLimit", usage.limit()));
        return view.json();
    }
}
