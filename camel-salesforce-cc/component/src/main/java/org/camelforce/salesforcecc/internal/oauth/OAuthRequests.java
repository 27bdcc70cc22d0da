package org.camelforce.salesforcecc.internal.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Form requests to an org's OAuth endpoints with client authentication. Redirects are not followed: a secret goes to
 * the configured host only.
 */
final class OAuthRequests {

    /**
     * Requests with a tag have connections, and a queue for them, of their own: a login does not wait until slow
     * requests to the same host have been answered.
     */
    static final String OWN_CONNECTIONS = "salesforce-cc-login";

    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final long DEFAULT_TIMEOUT_MILLIS = 60_000;

    private final HttpClient httpClient;
    private final LoginUrl loginUrl;
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;
    private long timeoutMillis = DEFAULT_TIMEOUT_MILLIS;

    OAuthRequests(HttpClient httpClient, LoginUrl loginUrl) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
        this.loginUrl = Objects.requireNonNull(loginUrl, "loginUrl");
    }

    void setMethod(ClientAuthenticationMethod method) {
        this.method = Objects.requireNonNull(method, "method");
    }

    void setTimeout(long timeoutMillis) {
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("timeout must be at least 1 ms, but is " + timeoutMillis);
        }
        this.timeoutMillis = timeoutMillis;
    }

    LoginUrl loginUrl() {
        return loginUrl;
    }

    /** A future of whatever was answered; it fails with a LoginUnavailableException when nothing was. */
    CompletableFuture<TokenResponse> post(String path, Fields parameters, ClientCredentials credentials) {
        CompletableFuture<TokenResponse> answer = new CompletableFuture<>();
        Redaction redaction = Redaction.of(credentials);
        request(path, parameters, credentials).send(new BufferingResponseListener(MAX_ANSWER_BYTES) {
            @Override
            public void onComplete(Result result) {
                if (result.isFailed() && !isBareDenial(result.getResponse())) {
                    answer.completeExceptionally(unreachable(path, result.getFailure()));
                } else {
                    answer.complete(read(result.getResponse(), getContent(), redaction));
                }
            }
        });
        return answer;
    }

    private Request request(String path, Fields parameters, ClientCredentials credentials) {
        Request request = httpClient
                .newRequest(loginUrl.resolve(path))
                .method(HttpMethod.POST)
                .followRedirects(false)
                .tag(OWN_CONNECTIONS)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .headers(headers -> headers.put(HttpHeader.ACCEPT, "application/json"));
        return ClientAuthentication.form(request, parameters, credentials, method);
    }

    /** Jetty fails a 401 without a challenge; such a client still has to get the answer. */
    private static boolean isBareDenial(@Nullable Response response) {
        return response != null && response.getStatus() == HttpStatus.UNAUTHORIZED_401;
    }

    private LoginUnavailableException unreachable(String path, Throwable failure) {
        return new LoginUnavailableException(
                Reason.UNREACHABLE,
                "The request to " + loginUrl.resolve(path) + " got no answer: " + failure,
                0,
                null,
                failure);
    }

    /** JSON is UTF-8 (RFC 8259); the charset that the answer names may not even exist. */
    private static TokenResponse read(Response response, byte @Nullable [] body, Redaction redaction) {
        return new TokenResponse(
                response.getStatus(),
                body == null ? "" : new String(body, StandardCharsets.UTF_8),
                header(response, HttpHeader.RETRY_AFTER),
                header(response, HttpHeader.LOCATION),
                redaction);
    }

    private static @Nullable String header(Response response, HttpHeader name) {
        HttpField field = response.getHeaders().getField(name);
        return field == null ? null : field.getValue();
    }
}
