package org.camelforce.salesforcecc.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The OAuth 2.0 client credentials flow (RFC 6749, section 4.4) as Salesforce offers it: one {@code POST} to
 * {@code /services/oauth2/token} of the org's My Domain. No scope is sent, because Salesforce refuses the parameter in
 * this flow. Redirects are not followed: a secret goes to the configured host only.
 */
public final class ClientCredentialsAuthenticationStrategy implements AuthenticationStrategy {

    private static final String TOKEN_PATH = "/services/oauth2/token";
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final long DEFAULT_TIMEOUT_MILLIS = 60_000;

    private final HttpClient httpClient;
    private final LoginUrl loginUrl;
    private final Supplier<ClientCredentials> credentials;
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;
    private TrustedHosts trustedHosts = TrustedHosts.salesforceOnly();
    private long timeoutMillis = DEFAULT_TIMEOUT_MILLIS;

    /**
     * @param httpClient sends the requests; started and stopped by its owner
     * @param loginUrl the org's My Domain
     * @param credentials asked at every login
     */
    public ClientCredentialsAuthenticationStrategy(
            HttpClient httpClient, LoginUrl loginUrl, Supplier<ClientCredentials> credentials) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
        this.loginUrl = Objects.requireNonNull(loginUrl, "loginUrl");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
    }

    /** @param method how key and secret travel; default {@link ClientAuthenticationMethod#CLIENT_SECRET_POST} */
    public void setMethod(ClientAuthenticationMethod method) {
        this.method = Objects.requireNonNull(method, "method");
    }

    /** @param trustedHosts hosts that an instance URL may have; default {@link TrustedHosts#salesforceOnly()} */
    public void setTrustedHosts(TrustedHosts trustedHosts) {
        this.trustedHosts = Objects.requireNonNull(trustedHosts, "trustedHosts");
    }

    /** @param timeoutMillis how long one login may take, in milliseconds, at least 1; default 60,000 */
    public void setTimeout(long timeoutMillis) {
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("timeout must be at least 1 ms, but is " + timeoutMillis);
        }
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public CompletableFuture<AccessToken> authenticate() {
        CompletableFuture<AccessToken> login = new CompletableFuture<>();
        ClientCredentials current = credentials.get();
        Redaction redaction = Redaction.of(current);
        request(current).send(new BufferingResponseListener(MAX_ANSWER_BYTES) {
            @Override
            public void onComplete(Result result) {
                if (result.isFailed()) {
                    login.completeExceptionally(unreachable(result.getFailure()));
                } else {
                    complete(login, read(result.getResponse(), getContent(), redaction));
                }
            }
        });
        return login;
    }

    private Request request(ClientCredentials current) {
        Fields form = new Fields(true);
        form.put("grant_type", "client_credentials");
        Request request = httpClient
                .newRequest(loginUrl.resolve(TOKEN_PATH))
                .method(HttpMethod.POST)
                .followRedirects(false)
                .timeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .headers(headers -> headers.put(HttpHeader.ACCEPT, "application/json"));
        if (method == ClientAuthenticationMethod.CLIENT_SECRET_BASIC) {
            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Basic " + Redaction.basic(current)));
        } else {
            form.put("client_id", current.clientId());
            form.put("client_secret", current.clientSecret());
        }
        return request.body(new FormRequestContent(form));
    }

    private void complete(CompletableFuture<AccessToken> login, TokenResponse response) {
        try {
            AccessToken token = response.toAccessToken(loginUrl);
            login.complete(trusted(token));
        } catch (LoginException e) {
            login.completeExceptionally(e);
        }
    }

    private AccessToken trusted(AccessToken token) throws LoginRejectedException {
        URI instanceUrl = token.instanceUrl();
        if (trustedHosts.trusts(instanceUrl)) {
            return token;
        }
        String what = instanceUrl.getScheme() == null || instanceUrl.getHost() == null
                ? "an instance URL without scheme and host"
                : "the instance URL " + instanceUrl.getScheme() + "://" + instanceUrl.getHost()
                        + ", which is not a Salesforce host reached over https";
        throw new LoginRejectedException(
                RejectionReason.UNTRUSTED_INSTANCE, "The login at " + loginUrl + " returned " + what, 200);
    }

    private LoginUnavailableException unreachable(Throwable failure) {
        return new LoginUnavailableException(
                LoginUnavailableException.Reason.UNREACHABLE,
                "The login at " + loginUrl + " got no answer: " + failure,
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
