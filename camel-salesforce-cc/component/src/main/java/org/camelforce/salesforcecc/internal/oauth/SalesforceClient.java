package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests to Salesforce and reads whole answers. A request goes to a trusted host only, and redirects are
 * not followed: a secret or token goes where it was meant to go. To cancel a future aborts its request. Safe for use by
 * several threads.
 */
public final class SalesforceClient {

    private final HttpClient httpClient;
    private final Predicate<URI> trusted;
    private final long timeoutMillis;
    private final int maxAnswerBytes;

    /**
     * @param httpClient sends the requests; started and stopped by its owner
     * @param trusted tells where secrets and tokens may be sent
     * @param timeoutMillis how long one request may take, in milliseconds, at least 1
     * @param maxAnswerBytes how large the body of an answer may be
     * @throws IllegalArgumentException if there is no time for a request
     */
    public SalesforceClient(HttpClient httpClient, Predicate<URI> trusted, long timeoutMillis, int maxAnswerBytes) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
        this.trusted = Objects.requireNonNull(trusted, "trusted");
        this.timeoutMillis = timeoutMillis;
        this.maxAnswerBytes = maxAnswerBytes;
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("timeout must be at least 1 ms, but is " + timeoutMillis);
        }
    }

    /**
     * @param url where to
     * @return a future of the answer, whatever it is; it fails if there is none
     */
    public CompletableFuture<SalesforceAnswer> get(URI url) {
        return send(httpClient.newRequest(url));
    }

    /**
     * @param url where to
     * @param token proves who asks
     * @return a future of the answer, whatever it is; it fails if there is none
     */
    public CompletableFuture<SalesforceAnswer> get(URI url, AccessToken token) {
        return send(HttpMethod.GET.asString(), url, token, null);
    }

    /**
     * @param method HTTP method
     * @param url where to
     * @param token proves who asks
     * @param json the body, or null for none
     * @return a future of the answer, whatever it is; it fails if there is none
     */
    public CompletableFuture<SalesforceAnswer> send(String method, URI url, AccessToken token, @Nullable String json) {
        Request request = httpClient
                .newRequest(url)
                .method(method)
                .headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.value()));
        if (json != null) {
            request.body(new StringRequestContent("application/json", json, StandardCharsets.UTF_8));
        }
        return send(request);
    }

    Request newRequest(URI url) {
        return httpClient.newRequest(url);
    }

    CompletableFuture<SalesforceAnswer> send(Request request) {
        URI url = request.getURI();
        if (!trusted.test(url)) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "nothing is sent to " + url.getHost() + ", which is not a Salesforce host reached over HTTPS"));
        }
        CompletableFuture<SalesforceAnswer> answer = new CompletableFuture<>();
        request.followRedirects(false)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .headers(headers -> headers.put(HttpHeader.ACCEPT, "application/json"))
                .send(new BufferingResponseListener(maxAnswerBytes) {
                    @Override
                    public void onComplete(Result result) {
                        if (result.isFailed() && !isBareDenial(result.getResponse())) {
                            answer.completeExceptionally(result.getFailure());
                        } else {
                            answer.complete(read(result.getResponse(), getContent()));
                        }
                    }
                });
        answer.whenComplete((read, failure) -> {
            if (answer.isCancelled()) {
                request.abort(failure);
            }
        });
        return answer;
    }

    /** Jetty fails a 401 without a challenge; such a client still has to get the answer. */
    private static boolean isBareDenial(@Nullable Response response) {
        return response != null && response.getStatus() == HttpStatus.UNAUTHORIZED_401;
    }

    /** JSON is UTF-8 (RFC 8259); the charset that the answer names may not even exist. */
    private static SalesforceAnswer read(Response response, byte @Nullable [] body) {
        return new SalesforceAnswer(
                response.getStatus(),
                response.getHeaders(),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
}
