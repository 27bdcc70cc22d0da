package org.camelforce.salesforcecc.internal.oauth;

import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;
import org.jspecify.annotations.Nullable;

/** What answers of the OAuth endpoints mean to the product, without a network. */
public final class Answers {

    private static final LoginUrl LOGIN_URL =
            LoginUrl.parse("https://acme.my.salesforce.com", TrustedHosts.salesforceOnly());

    private Answers() {}

    /** What an answer of the token endpoint leads to. */
    public static CompletableFuture<AccessToken> token(int status, String body, @Nullable String retryAfter) {
        try {
            return CompletableFuture.completedFuture(ClientCredentialsAuthenticationStrategy.read(
                    response(status, body, retryAfter), LOGIN_URL, TrustedHosts.salesforceOnly()));
        } catch (LoginException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What an answer of the introspection endpoint leads to. */
    public static CompletableFuture<Introspection> introspection(int status, String body) {
        try {
            return CompletableFuture.completedFuture(
                    response(status, body, null).toIntrospection(LOGIN_URL));
        } catch (LoginException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static TokenResponse response(int status, String body, @Nullable String retryAfter) {
        return new TokenResponse(
                status, body, retryAfter, null, Redaction.of(new ClientCredentials("key", "the consumer secret")));
    }
}
