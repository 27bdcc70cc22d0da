package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.Fields;

/**
 * The OAuth 2.0 client credentials flow (RFC 6749, section 4.4) as Salesforce offers it: one {@code POST} to
 * {@code /services/oauth2/token} of the org's My Domain. No scope is sent, because Salesforce refuses the parameter in
 * this flow. Redirects are not followed: a secret goes to the configured host only.
 *
 * <p>Also asks {@code /services/oauth2/introspect} about the tokens it has returned, with the same client
 * authentication (Salesforce Help, "OpenID Connect Token Introspection Endpoint").
 */
public final class ClientCredentialsAuthenticationStrategy implements AuthenticationStrategy, TokenIntrospection {

    private static final String TOKEN_PATH = "/services/oauth2/token";
    private static final String INTROSPECT_PATH = "/services/oauth2/introspect";

    private final OAuthRequests requests;
    private final Supplier<ClientCredentials> credentials;
    private TrustedHosts trustedHosts = TrustedHosts.salesforceOnly();

    /**
     * @param httpClient sends the requests; started and stopped by its owner
     * @param loginUrl the org's My Domain
     * @param credentials asked at every request
     */
    public ClientCredentialsAuthenticationStrategy(
            HttpClient httpClient, LoginUrl loginUrl, Supplier<ClientCredentials> credentials) {
        this.requests = new OAuthRequests(httpClient, loginUrl);
        this.credentials = Objects.requireNonNull(credentials, "credentials");
    }

    /** @param method how key and secret travel; default {@link ClientAuthenticationMethod#CLIENT_SECRET_POST} */
    public void setMethod(ClientAuthenticationMethod method) {
        requests.setMethod(method);
    }

    /** @param trustedHosts hosts that an instance URL may have; default {@link TrustedHosts#salesforceOnly()} */
    public void setTrustedHosts(TrustedHosts trustedHosts) {
        this.trustedHosts = Objects.requireNonNull(trustedHosts, "trustedHosts");
    }

    /** @param timeoutMillis how long one request may take, in milliseconds, at least 1; default 60,000 */
    public void setTimeout(long timeoutMillis) {
        requests.setTimeout(timeoutMillis);
    }

    @Override
    public CompletableFuture<AccessToken> authenticate() {
        Fields form = new Fields(true);
        form.put("grant_type", "client_credentials");
        return requests.post(TOKEN_PATH, form, credentials.get()).thenApply(response -> {
            try {
                return read(response, requests.loginUrl(), trustedHosts);
            } catch (LoginException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Override
    public CompletableFuture<Introspection> introspect(AccessToken token) {
        Fields form = new Fields(true);
        form.put("token", token.value());
        form.put("token_type_hint", "access_token");
        return requests.post(INTROSPECT_PATH, form, credentials.get()).thenApply(response -> {
            try {
                return response.toIntrospection(requests.loginUrl());
            } catch (LoginException e) {
                throw new CompletionException(e);
            }
        });
    }

    static AccessToken read(TokenResponse response, LoginUrl loginUrl, TrustedHosts trustedHosts)
            throws LoginException {
        AccessToken token = response.toAccessToken(loginUrl);
        URI instanceUrl = token.instanceUrl();
        if (trustedHosts.trusts(instanceUrl)) {
            return token;
        }
        String what = instanceUrl.getScheme() == null || instanceUrl.getHost() == null
                ? "an instance URL without scheme and host"
                : "the instance URL " + instanceUrl.getScheme() + "://" + instanceUrl.getHost()
                        + ", which is not a Salesforce host reached over https";
        throw new LoginDeniedException(
                DenialReason.UNTRUSTED_INSTANCE, "The login at " + loginUrl + " returned " + what, 200);
    }
}
