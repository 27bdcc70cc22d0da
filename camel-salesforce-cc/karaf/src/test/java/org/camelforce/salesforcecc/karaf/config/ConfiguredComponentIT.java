package org.camelforce.salesforcecc.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class ConfiguredComponentIT {

    private static final int CALLERS = 4;
    private static final int AFTER_ROTATION = 20;

    @Test
    void resolveComponentWhenAskedAgainThenThereIsAnotherComponent(SalesforceSimulator org) throws Exception {
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = new DefaultCamelContext()) {
            assertThat(configured.resolveComponent("sales", context))
                    .isInstanceOf(SalesforceCcComponent.class)
                    .isNotSameAs(configured.resolveComponent("sales", context));
        }
    }

    @Test
    void resolveComponentWhenAnotherNameIsMeantThenNone(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThat(sales(TestConfiguration.of(org)).resolveComponent("crm", context))
                    .isNull();
        }
    }

    @Test
    void resolveComponentWhenUsedThenItsSchemeIsTheName(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(sales(TestConfiguration.of(org)))) {
            assertThat(query(context).getException()).isNull();
        }
    }

    @Test
    void resolveComponentWhenOptionsAreSetThenTheComponentHasThem(SalesforceSimulator org) throws Exception {
        Dictionary<String, Object> properties = TestConfiguration.of(org);
        properties.put("api-version", "61.0");
        properties.put("tokenPolicy.rotationGracePeriod", "2m");
        properties.put("revokeOnStop", true);
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceCcComponent component = component(sales(properties), context);

            assertThat(component.getConfig().getApiVersion()).isEqualTo("61.0");
            assertThat(component.getTokenPolicy().getRotationGracePeriod()).isEqualTo(Duration.ofMinutes(2));
            assertThat(component.isRevokeOnStop()).isTrue();
        }
    }

    @Test
    void resolveComponentWhenAValueDoesNotFitThenRefusedWithKeyAndFile(SalesforceSimulator org) throws Exception {
        Dictionary<String, Object> properties =
                TestConfiguration.from("org.camelforce.salesforcecc-sales.cfg", TestConfiguration.of(org));
        properties.put("tokenPolicy.maxLoginAttempts", "99");
        ConfiguredComponent configured = sales(properties);
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> configured.resolveComponent("sales", context))
                    .hasMessageContaining("Key tokenPolicy.maxLoginAttempts in"
                            + " file:/opt/karaf/etc/org.camelforce.salesforcecc-sales.cfg cannot be set")
                    .hasMessageContaining("between 1 and 10");
        }
    }

    @Test
    void resolveComponentWhenASecretDoesNotFitThenItIsNotShown(SalesforceSimulator org) throws Exception {
        Dictionary<String, Object> properties = TestConfiguration.of(org);
        properties.put("keystore", "hush");
        ConfiguredComponent configured = sales(properties);
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> configured.resolveComponent("sales", context))
                    .hasMessageContaining("keystore")
                    .satisfies(failure -> assertThat(failure).hasNoCause())
                    .hasMessageNotContaining("hush");
        }
    }

    @Test
    void changeWhenThePairIsAnotherThenNoRequestFails(SalesforceSimulator org) throws Exception {
        org.app().rotation().setBehavior(RotationBehavior.grace(Duration.ofDays(1)));
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = started(configured);
                Requests requests = new Requests(context)) {
            requests.awaitSome();
            configured.change(
                    settings(TestConfiguration.with(org.app().rotation().rotate(), TestConfiguration.of(org))));
            requests.awaitSome();
            endSessions(org, context);
            requests.awaitSome();

            assertThat(requests.failures()).isEmpty();
            assertThat(component(context).login().status().entry().candidate())
                    .contains(new ClientCredentials(
                                    org.app().consumer().key(),
                                    org.app().consumer().secret())
                            .secretFingerprint());
        }
    }

    @Test
    void changeWhenTheFormerPairIsDeniedAtOnceThenNoRequestFails(SalesforceSimulator org) throws Exception {
        org.app().rotation().setBehavior(RotationBehavior.hardCut());
        org.app().rotation().setRevokingTokens(true);
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = started(configured)) {
            ConsumerDetails next = org.app().rotation().stage("").consumer();
            configured.change(settings(withNext(next.key(), next.secret(), TestConfiguration.of(org))));
            try (Requests requests = new Requests(context)) {
                requests.awaitSome();
                org.app().rotation().rotate(org.app().rotation().staged().get(0).id());
                requests.awaitSome();
                configured.change(settings(TestConfiguration.with(org.app().consumer(), TestConfiguration.of(org))));
                endSessions(org, context);
                requests.awaitSome();

                assertThat(requests.failures()).isEmpty();
            }
        }
    }

    @Test
    void changeWhenThePairIsAnotherThenComponentsOfBeforeAndAfterShareTheirLogin(SalesforceSimulator org)
            throws Exception {
        org.app().rotation().setBehavior(RotationBehavior.grace(Duration.ofDays(1)));
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = started(configured)) {
            configured.change(
                    settings(TestConfiguration.with(org.app().rotation().rotate(), TestConfiguration.of(org))));
            context.addComponent("second", configured.resolveComponent("sales", context));
            context.getComponent("second", SalesforceCcComponent.class).start();

            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void changeWhenThePairIsDeniedThenTheNewOneIsTriedWithoutARequest(SalesforceSimulator org) throws Exception {
        org.app().rotation().setBehavior(RotationBehavior.hardCut());
        Dictionary<String, Object> patient = TestConfiguration.of(org);
        patient.put("tokenPolicy.deniedBackoff", "5m");
        patient.put("tokenPolicy.rotationGracePeriod", "0");
        ConfiguredComponent configured = sales(patient);
        try (CamelContext context = started(configured)) {
            ConsumerDetails next = org.app().rotation().rotate();
            org.sessions().endAll();
            assertThat(query(context).getException()).isNotNull();

            configured.change(settings(TestConfiguration.with(next, patient)));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> component(context).isTokenUsable());
        }
    }

    @Test
    void changeWhenAnotherOptionIsAnotherThenOnlyNewComponentsHaveIt(SalesforceSimulator org) throws Exception {
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceCcComponent before = component(configured, context);
            Dictionary<String, Object> properties = TestConfiguration.of(org);
            properties.put("apiVersion", "61.0");
            configured.change(settings(properties));

            assertThat(before.getConfig()).isNull();
            assertThat(component(configured, context).getConfig().getApiVersion())
                    .isEqualTo("61.0");
        }
    }

    @Test
    void changeWhenTheLoginUrlIsAnotherThenTheNewPairIsNotSentToTheFormer(SalesforceSimulator org) throws Exception {
        ConfiguredComponent configured = sales(TestConfiguration.of(org));
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceCcComponent before = component(configured, context);
            configured.change(settings(TestConfiguration.of(
                    "loginUrl", "https://other.my.salesforce.com", "clientId", "other", "clientSecret", "hush")));

            assertThat(before.getCredentialsSource().candidates())
                    .containsExactly(new ClientCredentials(org.getClientId(), org.getClientSecret()));
            assertThat(component(configured, context).getCredentialsSource().candidates())
                    .containsExactly(new ClientCredentials("other", "hush"));
        }
    }

    @Test
    void servicePropertiesWhenThereAreOptionsThenNoneIsShown(SalesforceSimulator org) throws Exception {
        Dictionary<String, Object> properties = sales(TestConfiguration.of(org)).serviceProperties();

        assertThat(properties.size()).isEqualTo(2);
        assertThat(properties.get("component")).isEqualTo("sales");
        assertThat(properties.get("org.camelforce.salesforcecc.configured")).isEqualTo(true);
    }

    private static ConfiguredComponent sales(Dictionary<String, Object> properties) throws Exception {
        return new ConfiguredComponent(settings(properties), context -> {});
    }

    private static Settings settings(Dictionary<String, Object> properties) throws Exception {
        return SettingsReader.ofFactory("org.camelforce.salesforcecc~sales", properties);
    }

    private static Dictionary<String, Object> withNext(
            String key, String secret, Dictionary<String, Object> properties) {
        properties.put("next.clientId", key);
        properties.put("next.clientSecret", secret);
        return properties;
    }

    private static SalesforceCcComponent component(ConfiguredComponent configured, CamelContext context) {
        return (SalesforceCcComponent) configured.resolveComponent("sales", context);
    }

    private static SalesforceCcComponent component(CamelContext context) {
        return context.getComponent("sales", SalesforceCcComponent.class);
    }

    private static CamelContext started(ConfiguredComponent configured) {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("sales", configured.resolveComponent("sales", context));
        context.start();
        component(context).start();
        return context;
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate().request("sales:query?rawPayload=true", exchange -> exchange.getIn()
                .setBody("SELECT Id FROM User"));
    }

    /** While no login is under way: a request may meet the end of one session only, not that of its next one, too. */
    /** Call it after each caller has had answers since the last end: the rotation ends sessions, too. */
    private static void endSessions(SalesforceSimulator org, CamelContext context) {
        await().until(() -> component(context).login().status().loginUnderWayFor() == null);
        org.sessions().endAll();
    }

    /** Callers that query without a pause. */
    private static final class Requests implements AutoCloseable {

        private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        private final List<Future<?>> calls = new ArrayList<>();
        private final List<Exception> failures = new CopyOnWriteArrayList<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicIntegerArray answered = new AtomicIntegerArray(CALLERS);

        private Requests(CamelContext context) {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                calls.add(callers.submit(() -> {
                    while (!stopped.get()) {
                        Exception failure = query(context).getException();
                        if (failure != null) {
                            failures.add(failure);
                        }
                        answered.incrementAndGet(caller);
                    }
                }));
            }
        }

        /** Of each caller: a request may meet the end of one session only. */
        private void awaitSome() {
            for (int caller = 0; caller < CALLERS; caller++) {
                int own = caller;
                int enough = answered.get(own) + AFTER_ROTATION / CALLERS;
                await().atMost(Duration.ofSeconds(30)).until(() -> answered.get(own) >= enough);
            }
        }

        private List<Exception> failures() {
            return failures;
        }

        @Override
        public void close() throws Exception {
            stopped.set(true);
            for (Future<?> call : calls) {
                call.get();
            }
            callers.shutdown();
        }
    }
}
