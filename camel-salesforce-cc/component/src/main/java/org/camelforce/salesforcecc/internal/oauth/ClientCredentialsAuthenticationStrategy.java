package org.camelforce.salesforcecc.internal.oauth;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.TokenIntrospection;

/**
 * Logs in with a consumer key and secret, and asks about the tokens that it has returned, with the same client
 * authentication.
 */
public final class ClientCredentialsAuthenticationStrategy implements AuthenticationStrategy, TokenIntrospection {

    private final OAuthClient client;
    private final Supplier<ClientCredentials> credentials;

    /**
     * @param client sends the requests
     * @param credentials asked at every request
     */
    public ClientCredentialsAuthenticationStrategy(OAuthClient client, Supplier<ClientCredentials> credentials) {
        this.client = Objects.requireNonNull(client, "client");
        this.credentials = Objects.requireNonNull(credentials, "credentials");
    }

    @Override
    public CompletableFuture<AccessToken> authenticate() {
        return client.token(credentials.get());
    }

    @Override
    public CompletableFuture<Introspection> introspect(AccessToken token) {
        return client.introspect(token, credentials.get());
    }
}
