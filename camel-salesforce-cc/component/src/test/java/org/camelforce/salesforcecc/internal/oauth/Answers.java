package org.camelforce.salesforcecc.internal.oauth;

import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** What answers of the OAuth endpoints mean to the product, without a network. */
public final class Answers {

    private static final LoginUrl LOGIN_URL =
            LoginUrl.parse("https://acme.my.salesforce.com", TrustedHosts.salesforceOnly());

    private Answers() {}

    /** What an answer of the token endpoint leads to. */
    public static CompletableFuture<AccessToken> token(int status, String body, @Nullable String retryAfter) {
        try {
            return CompletableFuture.completedFuture(
                    OAuthClient.token(response(status, body, retryAfter), LOGIN_URL, TrustedHosts.salesforceOnly()));
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
        return response(
                status, body, retryAfter, null, Redaction.of(new ClientCredentials("key", "the consumer secret")));
    }

    static TokenResponse response(
            int status, String body, @Nullable String retryAfter, @Nullable String location, Redaction redaction) {
        HttpFields.Mutable headers = HttpFields.build();
        if (retryAfter != null) {
            headers.put(HttpHeader.RETRY_AFTER, retryAfter);
        }
        if (location != null) {
            headers.put(HttpHeader.LOCATION, location);
        }
        return new TokenResponse(new SalesforceAnswer(status, headers, body), redaction);
    }
}
