package org.camelforce.salesforcecc.rotation;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.eclipse.jetty.client.HttpClient;

/** Proves that a pair can log in. */
final class PairLogin {

    private final HttpClient httpClient;
    private final LoginUrl loginUrl;
    private final TrustedHosts trustedHosts;
    private final long timeoutMillis;

    PairLogin(HttpClient httpClient, LoginUrl loginUrl, TrustedHosts trustedHosts, long timeoutMillis) {
        this.httpClient = httpClient;
        this.loginUrl = loginUrl;
        this.trustedHosts = trustedHosts;
        this.timeoutMillis = timeoutMillis;
    }

    /** Logs in once. */
    AccessToken prove(ClientCredentials pair) throws LoginException, RotationException {
        return RestAccess.await(strategy(pair), timeoutMillis);
    }

    ClientCredentialsAuthenticationStrategy strategy(ClientCredentials pair) {
        OAuthClient client = new OAuthClient(httpClient, loginUrl);
        client.setTrustedHosts(trustedHosts);
        client.setTimeout(timeoutMillis);
        return new ClientCredentialsAuthenticationStrategy(client, () -> pair);
    }

    /** Whether Salesforce does not know the pair, which it may do later or may have done before. */
    static boolean isUnknownPair(LoginException failure) {
        return failure instanceof LoginDeniedException rejected
                && (rejected.reason() == DenialReason.UNKNOWN_CLIENT_ID
                        || rejected.reason() == DenialReason.WRONG_CLIENT_SECRET
                        || rejected.reason() == DenialReason.APP_NOT_INSTALLED);
    }

    /** Whether the same login may succeed within a time. */
    static boolean mayPass(LoginException failure, Duration within) {
        return isUnknownPair(failure)
                || failure instanceof LoginUnavailableException unavailable
                        && unavailable
                                .retryAfter()
                                .map(after -> after.compareTo(within) <= 0)
                                .orElse(true);
    }
}
