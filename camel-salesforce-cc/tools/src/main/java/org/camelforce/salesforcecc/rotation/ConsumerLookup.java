package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the consumer to be rotated among the apps of the org. */
final class ConsumerLookup {

    private static final int MAX_PAGES = 50;

    private final CredentialsApi api;
    private final RotationTarget target;

    ConsumerLookup(CredentialsApi api, RotationTarget target) {
        this.api = api;
        this.target = target;
    }

    LocatedConsumer find() throws RotationException {
        List<LocatedConsumer> found = new ArrayList<>();
        for (String appId : appIds()) {
            found.addAll(consumers(appId));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty()
                ? new RotationException(
                        RotationFailure.APP_NOT_FOUND, "No External Client App of the org matches " + target, null)
                : new RotationException(
                        RotationFailure.APP_AMBIGUOUS, found.size() + " OAuth consumers match " + target, null);
    }

    private List<String> appIds() throws RotationException {
        if (target.appId() != null) {
            return List.of(target.appId());
        }
        List<String> ids = new ArrayList<>();
        for (int page = 0; page < MAX_PAGES; page++) {
            List<JsonNode> apps = api.apps(page);
            if (apps.isEmpty()) {
                break;
            }
            for (JsonNode app : apps) {
                if (target.appName() == null
                        || target.appName().equals(app.path("developerName").asText())) {
                    ids.add(CredentialsApi.id("apps/oauth/usage", app, "identifier"));
                }
            }
        }
        return ids;
    }

    /** An app of which the org lists no consumers is not the one, unless it was asked for. */
    private List<LocatedConsumer> consumers(String appId) throws RotationException {
        List<LocatedConsumer> matching = new ArrayList<>();
        try {
            for (JsonNode consumer : api.consumers(appId)) {
                String id = CredentialsApi.id(LocatedConsumer.appPath(appId), consumer, "id");
                if (target.isConsumer(id, consumer.path("key").asText())) {
                    matching.add(new LocatedConsumer(appId, id));
                }
            }
        } catch (RotationException e) {
            if (e.failure() != RotationFailure.APP_NOT_FOUND || target.appId() != null) {
                throw e;
            }
        }
        return matching;
    }
}
