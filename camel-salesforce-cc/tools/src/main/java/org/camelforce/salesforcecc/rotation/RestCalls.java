package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of a rotation to the org's REST API, one at a time, and waits for the answers. A rejected token is
 * renewed by each login in turn, once per request. Redirects are not followed.
 */
final class RestCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient httpClient;
    private final RestAccess access;
    private final String version;
    private final long timeoutMillis;

    RestCalls(HttpClient httpClient, RestAccess access, String version, long timeoutMillis) {
        this.httpClient = httpClient;
        this.access = access;
        this.version = version;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Sends a request.
     *
     * @param path below the version
     * @param body JSON, or null for none
     * @return the answer's JSON, missing if it has none
     */
    JsonNode send(String method, String path, @Nullable String body) throws RotationException {
        ContentResponse response = exchange(method, path, body, access.token());
        RestAccess.Renewals renewals = access.renewals();
        while (response.getStatus() == 401) {
            Optional<AccessToken> fresh = renewals.next();
            if (fresh.isEmpty()) {
                break;
            }
            response = exchange(method, path, body, fresh.get());
        }
        if (response.getStatus() / 100 != 2) {
            throw RestRefusal.of(method + " " + path, response);
        }
        return read(method + " " + path, response);
    }

    private ContentResponse exchange(String method, String path, @Nullable String body, AccessToken token)
            throws RotationException {
        String what = method + " " + path;
        Request request = httpClient
                .newRequest(token.instanceUrl() + "/services/data/v" + version + "/" + path)
                .method(method)
                .followRedirects(false)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.value())
                        .put(HttpHeader.ACCEPT, "application/json"));
        if (body != null) {
            request.body(new StringRequestContent("application/json", body));
        }
        try {
            return request.send();
        } catch (InterruptedException e) {
            throw new RotationException(RotationFailure.INTERRUPTED, what + " was interrupted", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new RotationException(RotationFailure.UNAVAILABLE, what + " got no answer: " + e, e);
        }
    }

    private static JsonNode read(String what, ContentResponse response) throws RotationException {
        String body = response.getContentAsString();
        if (body == null || body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw unreadable(what);
        }
    }

    /** Neither the body nor the parser's message may be shown: they may contain a secret. */
    static RotationException unreadable(String what) {
        return new RotationException(
                RotationFailure.UNAVAILABLE,
                what + " was answered with something else than Salesforce documents",
                null);
    }
}
