package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code limits}: those limits that this org counts. */
final class LimitsResource {

    private final LimitsSource limits;

    LimitsResource(LimitsSource limits) {
        this.limits = limits;
    }

    RestResponse get(RestRequest request) {
        LimitsSource.Usage usage = limits.dailyApiRequests();
        ObjectNode body = Json.object();
        body.putObject("DailyApiRequests").put("Max", usage.max()).put("Remaining", usage.remaining());
        return RestResponse.ok(body);
    }
}
