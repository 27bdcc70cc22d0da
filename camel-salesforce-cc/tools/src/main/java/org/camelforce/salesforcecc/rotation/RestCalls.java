package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;
import org.camelforce.salesforcecc.internal.oauth.SalesforceClient;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a rotation to the org's REST API, one at a time, and waits for the answers. A rejected token is
 * renewed by each login in turn, once per request. Redirects are not followed.
 */
final class RestCalls {

    private final SalesforceClient client;
    private final RestAccess access;
    private final String version;

    RestCalls(SalesforceClient client, RestAccess access, String version) {
        this.client = client;
        this.access = access;
        this.version = version;
    }

    /**
     * Sends a request.
     *
     * @param path below the version
     * @param body JSON, or null for none
     * @return the answer's JSON, missing if it has none
     */
    JsonNode send(String method, String path, @Nullable String body) throws RotationException {
        SalesforceAnswer answer = exchange(method, path, body, access.token());
        RestAccess.Renewals renewals = access.renewals();
        while (answer.status() == 401) {
            Optional<AccessToken> fresh = renewals.next();
            if (fresh.isEmpty()) {
                break;
            }
            answer = exchange(method, path, body, fresh.get());
        }
        if (answer.status() / 100 != 2) {
            throw RestErrorMapper.of(method + " " + path, answer);
        }
        return read(method + " " + path, answer);
    }

    private SalesforceAnswer exchange(String method, String path, @Nullable String body, AccessToken token)
            throws RotationException {
        String what = method + " " + path;
        URI url = URI.create(token.instanceUrl() + "/services/data/v" + version + "/" + path);
        CompletableFuture<SalesforceAnswer> answer = client.send(method, url, token, body);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new RotationException(RotationFailure.INTERRUPTED, what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new RotationException(RotationFailure.UNAVAILABLE, what + " got no answer: " + e.getCause(), e);
        }
    }

    private static JsonNode read(String what, SalesforceAnswer answer) throws RotationException {
        if (!answer.body().isBlank() && answer.json().isMissingNode()) {
            throw unreadable(what);
        }
        return answer.json();
    }

    /** Neither the body nor the parser's message may be shown: they may contain a secret. */
    static RotationException unreadable(String what) {
        return new RotationException(
                RotationFailure.UNAVAILABLE, "The answer to " + what + " is not what Salesforce documents", null);
    }
}
