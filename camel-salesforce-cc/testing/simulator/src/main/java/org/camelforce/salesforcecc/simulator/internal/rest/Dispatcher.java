package org.camelforce.salesforcecc.simulator.internal.rest;

import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Lets the router answer and turns errors into answers; also what composite resources send their parts to. */
final class Dispatcher {

    private final Router router;
    private final ApiVersions versions;

    Dispatcher(Router router, ApiVersions versions) {
        this.router = router;
        this.versions = versions;
    }

    RestResponse dispatch(RestRequest request) {
        try {
            if (!versions.serves(request.version())) {
                throw Router.unknownResource();
            }
            return router.handle(request);
        } catch (ApiException e) {
            return RestErrors.response(e);
        }
    }
}
