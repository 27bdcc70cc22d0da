package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code apps/oauth/credentials/app/consumer/staged}: pairs beside the current one (Connect REST API Developer Guide,
 * "OAuth Staged Credentials", from 65.0). Not confirmed: the code of the two errors with status 400, that staging
 * replaces a pair that is staged already, as it does in Setup, and that {@code url} is the entry's own, as clients use
 * it.
 */
final class StagedCredentialsResource {

    private static final int SINCE = 65;
    private static final String COMMAND = "command";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final InMemoryApp app;
    private final CredentialsAccess access;

    StagedCredentialsResource(RegisteredApp registered) {
        this.app = registered.app();
        this.access = new CredentialsAccess(registered);
    }

    RestResponse list(RestRequest request) {
        access.check(request, SINCE);
        return RestResponse.ok(collection(request, app.rotation().staged()));
    }

    RestResponse stage(RestRequest request) {
        access.check(request, SINCE);
        StagedCredentials fresh = app.rotation().stage(request.session().userId());
        return RestResponse.ok(collection(request, List.of(fresh)));
    }

    RestResponse one(RestRequest request) {
        access.check(request, SINCE);
        return RestResponse.ok(json(request, existing(request)));
    }

    RestResponse rotate(RestRequest request) {
        access.check(request, SINCE);
        StagedCredentials entry = existing(request);
        String command = request.body().object().path(COMMAND).asText();
        if (!command.equals("rotate")) {
            throw new ApiException(400, "INVALID_INPUT", "command must be rotate, but is " + command, COMMAND);
        }
        try {
            return RestResponse.ok(json(request, app.rotation().rotate(entry.id())));
        } catch (IllegalStateException e) {
            throw new ApiException(400, "INVALID_INPUT", "These credentials cannot be rotated: " + entry.state());
        }
    }

    RestResponse delete(RestRequest request) {
        access.check(request, SINCE);
        if (!app.rotation().delete(request.variable("staged"))) {
            throw Router.unknownResource();
        }
        return RestResponse.noContent();
    }

    private StagedCredentials existing(RestRequest request) {
        return app.rotation().staged(request.variable("staged")).orElseThrow(Router::unknownResource);
    }

    private ObjectNode collection(RestRequest request, List<StagedCredentials> entries) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("stagedCredentials");
        entries.forEach(entry -> list.add(json(request, entry)));
        return body;
    }

    private ObjectNode json(RestRequest request, StagedCredentials entry) {
        String consumerUrl = CredentialsAccess.consumerPath(request, app);
        return Json.object()
                .put("id", entry.id())
                .put("key", entry.consumer().key())
                .put("secret", entry.consumer().secret())
                .put("url", consumerUrl + "/staged/" + entry.id())
                .put("stagedCredentialsUrl", consumerUrl + "/staged")
                .put("state", entry.state().wireName())
                .put("createdBy", entry.createdBy())
                .put("createdDate", date(entry.createdDate()))
                .put("expirationDate", date(entry.expirationDate()));
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }
}
