package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code apps/oauth/usage}: the apps of the org (Connect REST API Developer Guide, "OAuth Usage", from 59.0). */
final class OAuthUsageResource {

    private static final int SINCE = 59;

    private final InMemoryApp app;

    OAuthUsageResource(InMemoryApp app) {
        this.app = app;
    }

    RestResponse get(RestRequest request) {
        if (!request.version().isAtLeast(SINCE)) {
            throw Router.unknownResource();
        }
        int page = request.query("page").map(OAuthUsageResource::page).orElse(0);
        ObjectNode body = Json.object();
        ArrayNode apps = body.putArray("apps");
        String path = request.version().path() + "/apps/oauth/usage";
        if (page == 0 && app.isInstalled()) {
            apps.addObject()
                    .put("identifier", app.id())
                    .put("developerName", app.name())
                    .put("label", app.name().replace('_', ' '))
                    .put("usersUrl", path + "/" + app.id() + "/users");
        }
        body.put("currentPageUrl", path + "?page=" + page).putNull("nextPageUrl");
        return RestResponse.ok(body);
    }

    private static int page(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new ApiException(400, "ILLEGAL_QUERY_PARAMETER_VALUE", "page must be a number: " + text);
        }
    }
}
