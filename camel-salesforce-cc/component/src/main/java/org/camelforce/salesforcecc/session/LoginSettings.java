package org.camelforce.salesforcecc.session;

import java.util.Objects;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginUrl;
import org.camelforce.salesforcecc.auth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/** How a component logs in: by client credentials, or by a strategy of the user's. */
public sealed interface LoginSettings {

    /** What makes two logins the same; equal settings share one token in a CamelContext. */
    Object identity();

    /**
     * @param httpClient sends login requests
     * @param timeoutMillis how long one request may take, in milliseconds
     * @return the strategy
     */
    AuthenticationStrategy strategy(SalesforceHttpClient httpClient, long timeoutMillis);

    /**
     * The client credentials flow.
     *
     * @param loginUrl the org's My Domain
     * @param credentials consumer key and secret
     * @param method how they travel
     * @param trustedHosts where the token may go
     */
    record WithClientCredentials(
            LoginUrl loginUrl,
            ClientCredentials credentials,
            ClientAuthenticationMethod method,
            TrustedHosts trustedHosts)
            implements LoginSettings {

        private record Identity(LoginUrl loginUrl, String clientId, String secretFingerprint) {}

        /**
         * Checks the options that are needed.
         *
         * @param loginUrl option {@code loginUrl}
         * @param clientId option {@code clientId}
         * @param clientSecret option {@code clientSecret}
         * @param method option {@code clientAuthenticationMethod}
         * @param trustedHosts where the secret and the token may go
         * @return the settings
         * @throws IllegalArgumentException if an option is missing or cannot work; the message names it
         */
        public static WithClientCredentials of(
                @Nullable String loginUrl,
                @Nullable String clientId,
                @Nullable String clientSecret,
                ClientAuthenticationMethod method,
                TrustedHosts trustedHosts) {
            LoginUrl url = LoginUrl.parse(loginUrl, trustedHosts);
            return new WithClientCredentials(
                    url,
                    new ClientCredentials(
                            present("clientId", "Consumer Key", clientId),
                            present("clientSecret", "Consumer Secret", clientSecret)),
                    method,
                    trustedHosts);
        }

        @Override
        public Object identity() {
            return new Identity(loginUrl, credentials.clientId(), credentials.secretFingerprint());
        }

        @Override
        public AuthenticationStrategy strategy(SalesforceHttpClient httpClient, long timeoutMillis) {
            ClientCredentialsAuthenticationStrategy strategy =
                    new ClientCredentialsAuthenticationStrategy(httpClient, loginUrl, () -> credentials);
            strategy.setMethod(method);
            strategy.setTrustedHosts(trustedHosts);
            strategy.setTimeout(timeoutMillis);
            return strategy;
        }

        private static String present(String option, String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("Option " + option + " is missing. Set it to the " + field
                        + " shown in Setup > External Client App Manager > your app > Settings > OAuth Settings >"
                        + " Consumer Key and Secret.");
            }
            return value.trim();
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
        public AuthenticationStrategy strategy(SalesforceHttpClient httpClient, long timeoutMillis) {
            return strategy;
        }
    }
}
