package org.camelforce.salesforcecc.internal.session;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsCandidates;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.eclipse.jetty.client.HttpClient;

/** How a component logs in: by client credentials, or by a strategy of the user's. */
public sealed interface LoginSettings {

    /** What makes two logins the same; equal settings share one token in a CamelContext. */
    Object identity();

    /**
     * @param httpClient sends login requests
     * @param connections whose connections they have
     * @param timeoutMillis how long one request may take, in milliseconds
     * @param executor reads credentials, which may block
     * @return how to log in
     */
    LoginCandidates candidates(
            HttpClient httpClient, ConnectionOwner connections, long timeoutMillis, Executor executor);

    /**
     * The client credentials flow.
     *
     * @param loginUrl the org's My Domain
     * @param credentials yields consumer keys and secrets
     * @param method how they travel
     * @param trustedHosts where the token may go
     */
    record WithClientCredentials(
            LoginUrl loginUrl,
            CredentialsSource credentials,
            ClientAuthenticationMethod method,
            TrustedHosts trustedHosts)
            implements LoginSettings {

        private record Identity(LoginUrl loginUrl, CredentialsSource credentials, TrustedHosts trustedHosts) {}

        @Override
        public Object identity() {
            return new Identity(loginUrl, credentials, trustedHosts);
        }

        @Override
        public LoginCandidates candidates(
                HttpClient httpClient, ConnectionOwner connections, long timeoutMillis, Executor executor) {
            OAuthClient client = new OAuthClient(httpClient, loginUrl);
            client.setMethod(method);
            client.setTrustedHosts(trustedHosts);
            client.setTimeout(timeoutMillis);
            client.setConnections(request -> connections.own(request, ConnectionOwner.Use.LOGINS));
            return new ClientCredentialsCandidates(
                    credentials,
                    executor,
                    Duration.ofMillis(timeoutMillis),
                    pair -> new ClientCredentialsAuthenticationStrategy(client, () -> pair));
        }
    }

    /**
     * A strategy of the user's.
     *
     * @param strategy logs in
     */
    record WithStrategy(AuthenticationStrategy strategy) implements LoginSettings {

        /** Guards the strategy. */
        public WithStrategy {
            Objects.requireNonNull(strategy, "strategy");
        }

        @Override
        public Object identity() {
            return strategy;
        }

        @Override
        public LoginCandidates candidates(
                HttpClient httpClient, ConnectionOwner connections, long timeoutMillis, Executor executor) {
            return LoginCandidates.of(strategy, Duration.ofMillis(timeoutMillis));
        }
    }
}
