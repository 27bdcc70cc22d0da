package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.connection.ConnectionRemedy;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests to an org's OAuth endpoints, and what their answers mean. Component, doctor and rotation have no other
 * way to log in or to ask about a token. To be set up before it is used, and then safe for use by several threads.
 */
public final class OAuthClient {

    /** The paths of requests go behind it. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9_-]+)*/?");

    /**
     * Requests with a tag have connections, and a queue for them, of their own: a login does not wait until slow
     * requests to the same host have been answered.
     */
    private static final String OWN_CONNECTIONS = "salesforce-cc-login";

    private static final Logger LOG = LoggerFactory.getLogger(OAuthClient.class);
    private static final String TOKEN_PATH = "/services/oauth2/token";
    private static final String INTROSPECT_PATH = "/services/oauth2/introspect";
    private static final String REVOKE_PATH = "/services/oauth2/revoke";
    private static final int MAX_ANSWER_BYTES = 64 * 1024;
    private static final long DEFAULT_TIMEOUT_MILLIS = 60_000;

    private final HttpClient httpClient;
    private final LoginUrl loginUrl;
    private SalesforceClient requests;
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;
    private TrustedHosts trustedHosts = TrustedHosts.salesforceOnly();
    private UnaryOperator<Request> connections = request -> request.tag(OWN_CONNECTIONS);

    /**
     * @param httpClient sends the requests; started and stopped by its owner
     * @param loginUrl the org's My Domain, to which secrets may be sent
     */
    public OAuthClient(HttpClient httpClient, LoginUrl loginUrl) {
        this.httpClient = httpClient;
        this.loginUrl = Objects.requireNonNull(loginUrl, "loginUrl");
        this.requests = requests(httpClient, DEFAULT_TIMEOUT_MILLIS);
    }

    /** @param method how key and secret travel; default {@link ClientAuthenticationMethod#CLIENT_SECRET_POST} */
    public void setMethod(ClientAuthenticationMethod method) {
        this.method = Objects.requireNonNull(method, "method");
    }

    /** @param trustedHosts hosts that an instance URL may have; default {@link TrustedHosts#salesforceOnly()} */
    public void setTrustedHosts(TrustedHosts trustedHosts) {
        this.trustedHosts = Objects.requireNonNull(trustedHosts, "trustedHosts");
    }

    /** @param connections gives requests connections of their own; by default all such clients share some */
    public void setConnections(UnaryOperator<Request> connections) {
        this.connections = Objects.requireNonNull(connections, "connections");
    }

    /**
     * @param timeoutMillis how long one request may take, in milliseconds, at least 1; default 60,000
     * @throws IllegalArgumentException if it is less
     */
    public void setTimeout(long timeoutMillis) {
        this.requests = requests(httpClient, timeoutMillis);
    }

    /**
     * The client credentials flow (RFC 6749, section 4.4). No scope is sent, because Salesforce refuses the parameter
     * in this flow.
     *
     * @param credentials who logs in
     * @return a future of the token; it fails with a {@link LoginException}
     */
    public CompletableFuture<AccessToken> token(ClientCredentials credentials) {
        Fields form = new Fields(true);
        form.put("grant_type", "client_credentials");
        return read(
                post(TOKEN_PATH, form, credentials), credentials, response -> token(response, loginUrl, trustedHosts));
    }

    /**
     * Asks about a token (RFC 7662; Salesforce Help, "OpenID Connect Token Introspection Endpoint").
     *
     * @param token the token
     * @param credentials those that the token was issued for
     * @return a future of what is known about it; it fails with a {@link LoginException}
     */
    public CompletableFuture<Introspection> introspect(AccessToken token, ClientCredentials credentials) {
        return read(introspection(token, credentials), credentials, response -> response.toIntrospection(loginUrl));
    }

    /**
     * Asks about a token, and leaves open what the answer means.
     *
     * @param token the token
     * @param credentials those that the token was issued for
     * @return a future of the answer, whatever it is; it fails if there is none
     */
    public CompletableFuture<SalesforceAnswer> introspection(AccessToken token, ClientCredentials credentials) {
        Fields form = new Fields(true);
        form.put("token", token.value());
        form.put("token_type_hint", "access_token");
        return post(INTROSPECT_PATH, form, credentials);
    }

    /**
     * Ends a session for all who hold its token: {@code POST /services/oauth2/revoke} at the instance, with the token
     * in the body (Salesforce Help, "Revoke OAuth Tokens"). Waits for the answer. A failure is logged and not thrown.
     *
     * @param httpClient sends the request
     * @param connections gives the request its connections
     * @param token the token
     * @param timeoutMillis how long to wait, in milliseconds
     */
    public static void revoke(
            HttpClient httpClient, UnaryOperator<Request> connections, AccessToken token, long timeoutMillis) {
        Fields form = new Fields(true);
        form.put("token", token.value());
        SalesforceClient requests = requests(httpClient, timeoutMillis);
        URI url = token.instanceUrl().resolve(REVOKE_PATH);
        try {
            SalesforceAnswer answer =
                    requests.send(connections.apply(form(requests, url, form))).get();
            if (answer.isOk()) {
                LOG.info("Revoked access token {}", token.fingerprint());
            } else {
                LOG.warn("Could not revoke access token {}: status {}", token.fingerprint(), answer.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("Could not revoke access token {}: {}", token.fingerprint(), e.toString());
        }
    }

    static AccessToken token(TokenResponse response, LoginUrl loginUrl, TrustedHosts trustedHosts)
            throws LoginException {
        AccessToken token = response.toAccessToken(loginUrl);
        URI instanceUrl = token.instanceUrl();
        boolean isPlain = isPlain(instanceUrl);
        if (isPlain && trustedHosts.trusts(instanceUrl)) {
            return token;
        }
        String what = instanceUrl.getScheme() == null || instanceUrl.getHost() == null
                ? "an instance URL without scheme and host"
                : !isPlain
                        ? "an instance URL with more than scheme, host and a plain path"
                        : "the instance URL " + instanceUrl.getScheme() + "://" + instanceUrl.getHost()
                                + ", which is not a Salesforce host reached over HTTPS";
        throw new LoginDeniedException(
                DenialReason.UNTRUSTED_INSTANCE, "The login at " + loginUrl + " returned " + what, 200);
    }

    /**
     * @param instanceUrl where the API is
     * @return whether the paths of requests can go behind it
     */
    public static boolean isPlain(URI instanceUrl) {
        return PLAIN_PATH.matcher(String.valueOf(instanceUrl.getRawPath())).matches()
                && instanceUrl.getRawQuery() == null
                && instanceUrl.getRawFragment() == null;
    }

    private interface Reader<T> {

        T read(TokenResponse response) throws LoginException;
    }

    private static <T> CompletableFuture<T> read(
            CompletableFuture<SalesforceAnswer> answer, ClientCredentials credentials, Reader<T> reader) {
        Redaction redaction = Redaction.of(credentials);
        return answer.thenApply(response -> {
            try {
                return reader.read(new TokenResponse(response, redaction));
            } catch (LoginException e) {
                throw new CompletionException(e);
            }
        });
    }

    /** Authenticates the client (RFC 6749, section 2.3.1). */
    private CompletableFuture<SalesforceAnswer> post(String path, Fields form, ClientCredentials credentials) {
        URI url = loginUrl.resolve(path);
        boolean basic = method == ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
        if (!basic) {
            form.put("client_id", credentials.clientId());
            form.put("client_secret", credentials.clientSecret());
        }
        Request request = connections.apply(form(requests, url, form));
        if (basic) {
            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Basic " + Redaction.basic(credentials)));
        }
        return requests.send(request)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unreachable(url, failure)));
    }

    private static Request form(SalesforceClient requests, URI url, Fields form) {
        return requests.newRequest(url).method(HttpMethod.POST).body(new FormRequestContent(form));
    }

    /** The login URL has been checked already, and a token's instance URL when the token came. */
    private static SalesforceClient requests(HttpClient httpClient, long timeoutMillis) {
        return new SalesforceClient(httpClient, url -> true, timeoutMillis, MAX_ANSWER_BYTES);
    }

    private static LoginUnavailableException unreachable(URI url, Throwable failure) {
        String remedy = ConnectionRemedy.of(failure);
        return new LoginUnavailableException(
                Reason.UNREACHABLE,
                "The request to " + url + " got no answer: " + failure + (remedy.isEmpty() ? "" : ". " + remedy),
                0,
                null,
                failure);
    }
}
