package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.ClientCredentials;

/**
 * The resources about OAuth credentials (Connect REST API Developer Guide, "OAuth Credentials Resources"), read
 * leniently. Paths are made from ids, as the meaning of the URLs in the answers is not documented clearly.
 */
final class CredentialsApi {

    static final Pattern ID = Pattern.compile("[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?");

    private static final String STAGED = "/staged";

    private final RestCalls calls;

    CredentialsApi(RestCalls calls) {
        this.calls = calls;
    }

    /** One page of the apps of the org. */
    List<JsonNode> apps(int page) throws RotationException {
        return elements(calls.send("GET", "apps/oauth/usage?page=" + page, null).path("apps"));
    }

    /** The consumers of an app, without secrets. */
    List<JsonNode> consumers(String appId) throws RotationException {
        return elements(calls.send("GET", LocatedConsumer.appPath(appId), null).path("consumers"));
    }

    /** The current pair. */
    ClientCredentials current(LocatedConsumer consumer) throws RotationException {
        String path = consumer.path();
        return pair(path, calls.send("GET", path + "?part=keyandsecret", null));
    }

    /** The staged pairs, in any state; reports differ on whether none is answered with 404. */
    List<StagedPair> staged(LocatedConsumer consumer) throws RotationException {
        String path = consumer.path() + STAGED;
        try {
            return stagedPairs(path, calls.send("GET", path, null));
        } catch (RotationException e) {
            if (e.failure() == RotationFailure.APP_NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * Stages a new pair. The resource takes no body, but Salesforce has been seen not to answer a request that has
     * none.
     */
    StagedPair stage(LocatedConsumer consumer) throws RotationException {
        String path = consumer.path() + STAGED;
        return stagedPairs(path, calls.send("POST", path, "{}")).stream()
                .filter(StagedPair::isActive)
                .findFirst()
                .orElseThrow(() -> RestCalls.unreadable("POST " + path));
    }

    void rotate(LocatedConsumer consumer, StagedPair staged) throws RotationException {
        calls.send("PATCH", consumer.path() + STAGED + "/" + staged.id(), "{\"command\":\"rotate\"}");
    }

    /** Deletes a staged pair; one that is gone already counts as deleted. */
    void delete(LocatedConsumer consumer, StagedPair staged) throws RotationException {
        try {
            calls.send("DELETE", consumer.path() + STAGED + "/" + staged.id(), null);
        } catch (RotationException e) {
            if (e.failure() != RotationFailure.APP_NOT_FOUND) {
                throw e;
            }
        }
    }

    private static List<StagedPair> stagedPairs(String path, JsonNode answer) throws RotationException {
        JsonNode list = answer.has("stagedCredentials") ? answer.get("stagedCredentials") : answer;
        List<StagedPair> pairs = new ArrayList<>();
        for (JsonNode entry : list.isObject() ? List.of(list) : elements(list)) {
            pairs.add(new StagedPair(
                    id(path, entry, "id"),
                    pair(path, entry),
                    entry.path("state").asText("Active")));
        }
        return pairs;
    }

    private static ClientCredentials pair(String path, JsonNode answer) throws RotationException {
        String key = answer.path("key").asText("");
        String secret = answer.path("secret").asText("");
        if (key.isEmpty() || secret.isEmpty()) {
            throw RestCalls.unreadable(path);
        }
        return new ClientCredentials(key, secret);
    }

    static String id(String path, JsonNode answer, String field) throws RotationException {
        String id = answer.path(field).asText("");
        if (!ID.matcher(id).matches()) {
            throw RestCalls.unreadable(path);
        }
        return id;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
