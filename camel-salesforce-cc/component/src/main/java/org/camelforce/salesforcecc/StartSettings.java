package org.camelforce.salesforcecc;

import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.internal.connection.SharedTransport;
import org.camelforce.salesforcecc.internal.connection.SharedTransports;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.operation.ApiVersion;
import org.camelforce.salesforcecc.internal.request.SlowRequestLog;
import org.camelforce.salesforcecc.internal.session.LoginSettings;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubSettings;
import org.camelforce.salesforcecc.internal.token.IdentityGuard;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.jspecify.annotations.Nullable;

/**
 * What a component's options say before anything is opened. The component starts with it, and doctor and verifier begin
 * with it, so what cannot work is refused by all of them alike.
 *
 * @param login how to log in
 * @param instanceUrl overrides the instance URL of the token response, or null
 * @param lazyLogin whether the first exchange logs in
 * @param watch org and user to insist on
 * @param shared what components with the same login have in common
 * @param transport how HTTP requests travel
 * @param transportOptions the options that make transports the same
 * @param pubSub how the Pub/Sub API is reached
 */
record StartSettings(
        LoginSettings login,
        @Nullable String instanceUrl,
        boolean lazyLogin,
        IdentityGuard watch,
        SharedLogin shared,
        TransportSettings transport,
        Object transportOptions,
        PubSubSettings pubSub) {

    /**
     * @param component whose options are read
     * @param bean the {@code loginConfig} that the user has set, or null
     * @param others yields what another component shares while it is started, or null
     * @return the settings
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    static StartSettings of(
            SalesforceCcOptions component,
            @Nullable SalesforceLoginConfig bean,
            Function<Component, @Nullable SharedLogin> others) {
        LoginOptions options = new LoginOptions(component, bean);
        LoginSettings login = options.settings();
        String instanceUrl = options.instanceUrl();
        IdentityGuard watch = options.identityWatch();
        SharedLogin shared = SharedLogin.of(component, login, watch);
        shared.requireSameAsOthers(component, others);
        if (component.getWorkerPoolSize() < 1) {
            throw new IllegalArgumentException(
                    "Option workerPoolSize must be at least 1, but is " + component.getWorkerPoolSize());
        }
        if (component.getSlowRequestThreshold() < 0) {
            throw new IllegalArgumentException(
                    "Option slowRequestThreshold must be at least 0, but is " + component.getSlowRequestThreshold());
        }
        RequestRetries.of(component);
        if (component.getConfig() != null) {
            ApiVersion.normalize(component.getConfig());
        }
        TransportOptions transports = new TransportOptions(component);
        TransportSettings transport = transports.transport();
        Object transportOptions = transports.identity();
        return new StartSettings(
                login,
                instanceUrl,
                options.isLazyLogin(),
                watch,
                shared,
                transport,
                transportOptions,
                transports.pubSub(transport, transportOptions));
    }

    /**
     * Opens what the options say.
     *
     * @param component whose options these are
     * @param time clock, ticker and jitter
     * @throws Exception if the HTTP client does not start
     */
    SalesforceConnection connect(SalesforceCcOptions component, TokenTime time) throws Exception {
        SharedTransports transports = SharedTransports.of(component.getCamelContext());
        SharedTransport acquired = transports.acquire(
                transportOptions, transport, component.getWorkerPoolSize(), component.getWorkerPoolMaxSize());
        boolean connected = false;
        try {
            SalesforceConnection opened = new SalesforceConnection(
                    component.getCamelContext(),
                    login,
                    instanceUrl,
                    transport,
                    transportOptions,
                    acquired,
                    component.getTokenPolicy(),
                    watch,
                    time);
            connected = true;
            if (component.getSlowRequestThreshold() > 0) {
                opened.requestObservers().add(new SlowRequestLog(component.getSlowRequestThreshold(), time.ticker()));
            }
            return opened;
        } finally {
            if (!connected) {
                transports.release(transportOptions);
            }
        }
    }
}
