package org.camelforce.salesforcecc.simulator.internal.rest;

import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * Who may use the resources about credentials, and whether their path names what exists. Status and code of the two
 * errors are not confirmed; the text about the feature is what tools that work against real orgs look for.
 */
final class CredentialsAccess {

    private final RegisteredApp registered;

    CredentialsAccess(RegisteredApp registered) {
        this.registered = registered;
    }

    void check(RestRequest request, int since) {
        if (!request.version().isAtLeast(since)) {
            throw Router.unknownResource();
        }
        switch (registered.org().consumerSecretAccess()) {
            case ALLOWED -> {}
            case SETTING_OFF ->
                throw new ApiException(
                        403, "FUNCTIONALITY_NOT_ENABLED", "This feature is not currently enabled for this user.");
            case PERMISSION_MISSING ->
                throw new ApiException(
                        403,
                        "INSUFFICIENT_ACCESS",
                        "You do not have the level of access necessary to perform this action.");
        }
        require(request, "app", registered.app().id());
        require(request, "consumer", registered.app().consumerId());
    }

    static String appPath(RestRequest request, InMemoryApp app) {
        return request.version().path() + "/apps/oauth/credentials/" + app.id();
    }

    static String consumerPath(RestRequest request, InMemoryApp app) {
        return appPath(request, app) + "/" + app.consumerId();
    }

    private static void require(RestRequest request, String variable, String id) {
        String given = request.variables().get(variable);
        if (given != null
                && !(SalesforceId.isWellFormed(given)
                        && SalesforceId.to18(given).equals(id))) {
            throw Router.unknownResource();
        }
    }
}
