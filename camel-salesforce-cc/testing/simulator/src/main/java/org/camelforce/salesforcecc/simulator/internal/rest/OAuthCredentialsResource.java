package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code apps/oauth/credentials}: the app's one OAuth consumer, with its current key and secret (Connect REST API
 * Developer Guide, "OAuth Credentials by App ID" and "OAuth Credentials by Consumer ID", from 60.0). Without
 * {@code part} the secret stays out, which is not confirmed.
 */
final class OAuthCredentialsResource {

    private static final int SINCE = 60;

    private final InMemoryApp app;
    private final CredentialsAccess access;

    OAuthCredentialsResource(RegisteredApp registered) {
        this.app = registered.app();
        this.access = new CredentialsAccess(registered);
    }

    RestResponse consumers(RestRequest request) {
        access.check(request, SINCE);
        ObjectNode body = Json.object();
        body.putArray("consumers").add(consumer(request, "key"));
        body.put("currentPageUrl", CredentialsAccess.appPath(request, app));
        return RestResponse.ok(body);
    }

    RestResponse consumer(RestRequest request) {
        access.check(request, SINCE);
        return RestResponse.ok(consumer(request, request.query("part").orElse("key")));
    }

    private ObjectNode consumer(RestRequest request, String part) {
        String url = CredentialsAccess.consumerPath(request, app);
        ConsumerDetails pair = app.consumer();
        ObjectNode consumer = Json.object().put("id", app.consumerId()).put("name", app.name());
        switch (part) {
            case "key" -> consumer.put("key", pair.key());
            case "secret" -> consumer.put("secret", pair.secret());
            case "keyandsecret" -> consumer.put("key", pair.key()).put("secret", pair.secret());
            default ->
                throw new ApiException(
                        400,
                        "ILLEGAL_QUERY_PARAMETER_VALUE",
                        "part must be key, secret or keyandsecret, but is " + part);
        }
        return consumer.put("url", url).put("stagedCredentialsUrl", url + "/staged");
    }
}
