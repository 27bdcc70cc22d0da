package org.camelforce.salesforcecc;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.camelforce.salesforcecc.internal.doctor.OrgDoctor;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/** Sets up a doctor with a component's options. */
final class DoctorOptions {

    private DoctorOptions() {}

    /**
     * @param bean the {@code loginConfig} that the user has set, or null
     * @param others yields what another component shares while it is started, or null
     * @throws IllegalArgumentException if an option but {@code loginUrl} cannot work; the message names it
     */
    static SalesforceCcDoctor doctor(
            SalesforceCcOptions component,
            @Nullable SalesforceLoginConfig bean,
            Function<Component, @Nullable SharedLogin> others)
            throws Exception {
        if (component.getAuthenticationStrategy() != null) {
            throw new IllegalStateException(
                    "Option authenticationStrategy is set, but the doctor examines only a login with consumer key and"
                            + " secret");
        }
        LoginOptions options = new LoginOptions(component, bean);
        CredentialsSource credentials = options.credentials();
        List<ClientCredentials> pairs = credentials.candidates();
        if (pairs.isEmpty()) {
            throw new IllegalStateException("Option credentialsSource yields no consumer key and secret");
        }
        String loginUrl = options.loginUrl(credentials);
        TrustedHosts trusted = LoginOptions.trustedHosts(component.getAllowedHosts());
        OrgDoctor doctor = new OrgDoctor(loginUrl, pairs);
        doctor.setTrustedHosts(trusted);
        if (isUsable(loginUrl, trusted)) {
            setUp(doctor, component, StartSettings.of(component, bean, others));
        }
        return doctor;
    }

    /** Whether the component would go on to the other options; the doctor says more about a URL that cannot work. */
    private static boolean isUsable(@Nullable String loginUrl, TrustedHosts trusted) {
        try {
            LoginUrl.parse(loginUrl, trusted);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void setUp(OrgDoctor doctor, SalesforceCcOptions component, StartSettings settings) {
        doctor.setTransport(settings.transport().ofLogins());
        doctor.setClientAuthenticationMethod(component.getClientAuthenticationMethod());
        doctor.setExpectedOrgId(component.getExpectedOrgId());
        doctor.setExpectedUserId(component.getExpectedUserId());
        doctor.setInstanceUrl(settings.instanceUrl());
        doctor.setPubSub(settings.pubSub().host(), settings.pubSub().port());
        doctor.setPubSubSystemProxy(settings.pubSub().systemProxy());
        doctor.setLongPolling(Objects.requireNonNullElse(component.getLongPollingTransportProperties(), Map.of()));
        SalesforceEndpointConfig config = component.getConfig();
        if (config != null) {
            doctor.setPubSubProblem(subscriptionProblem(component.getCamelContext(), config));
            doctor.setApiVersion(config.getApiVersion());
        }
    }

    /** What no subscription works with, unless its endpoint has a value of its own; null if there is no such thing. */
    private static @Nullable String subscriptionProblem(CamelContext context, SalesforceEndpointConfig config) {
        if (config.getPubSubBatchSize() < 1) {
            return "Option pubSubBatchSize must be at least 1, but is " + config.getPubSubBatchSize();
        }
        String pojo = config.getPubSubPojoClass();
        return pojo != null && context.getClassResolver().resolveClass(pojo) == null
                ? "Option pubSubPojoClass is " + pojo + ", and there is no such class"
                : null;
    }
}
