package org.camelforce.salesforcecc.simulator.rest;

import org.camelforce.salesforcecc.simulator.model.ApiException;

/** Lets the router answer and turns refusals into answers; also what composite resources send their parts to. */
final class Dispatcher {

    private final Router router;

    Dispatcher(Router router) {
        this.router = router;
    }

    RestResponse dispatch(RestRequest request) {
        try {
            return router.handle(request);
        } catch (ApiException e) {
            return RestErrors.response(e);
        }
    }
}
