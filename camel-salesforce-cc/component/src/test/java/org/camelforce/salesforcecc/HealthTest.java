package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.health.LoginHealthCheck;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.camelforce.salesforcecc.secrets.Secrets;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** The login's health check as Camel's registry calls it. */
@WithSalesforceSimulator
class HealthTest {

    private static final String ID = "salesforce-cc:salesforce-cc";
    private static final Fault MAINTENANCE =
            new Fault.Answer(503, "text/html", "<html><body>Salesforce is down for maintenance</body></html>");

    @Test
    void callWhenLoggedInThenUpWithDetails(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(TestContexts.component(org))) {
            HealthCheck.Result health = health(context);

            assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health.getDetails())
                    .containsEntry(LoginHealthCheck.TOKEN_FINGERPRINT, Fingerprint.of(token(org)))
                    .containsEntry(LoginHealthCheck.LOGIN_REASON, "INITIAL")
                    .containsEntry(LoginHealthCheck.ORG_ID, org.org().id())
                    .containsEntry(LoginHealthCheck.USER_ID, org.runAsUserId().orElseThrow())
                    .containsEntry(LoginHealthCheck.LOGIN_BUDGET_LEFT, 9)
                    .containsKeys(
                            LoginHealthCheck.TOKEN_AGE_SECONDS,
                            LoginHealthCheck.TOKEN_EXPIRY_SOURCE,
                            LoginHealthCheck.LOGIN_CREDENTIALS)
                    .doesNotContainKeys(
                            LoginHealthCheck.LOGIN_FAILURE,
                            LoginHealthCheck.LOGIN_REMEDY,
                            LoginHealthCheck.USER_ID_BEFORE);
            assertNoSecret(health);
        }
    }

    @Test
    void callWhenTheExpiryIsKnownThenDetailsSayWhenAndWhereFrom(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(TestContexts.component(org))) {
            await().untilAsserted(() -> assertThat(health(context).getDetails())
                    .containsEntry(LoginHealthCheck.TOKEN_EXPIRY_SOURCE, "INTROSPECTION")
                    .containsKeys(LoginHealthCheck.TOKEN_EXPIRES_AT, LoginHealthCheck.RENEWAL_IN_SECONDS));
        }
    }

    @Test
    void callWhenNoLoginWasNeededYetThenUp(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = started(component)) {
            HealthCheck.Result health = health(context);

            assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health.getMessage()).contains("No login has been needed yet");
        }
    }

    @Test
    void r10CallWhenTheSecretIsWrongThenDownWithTheRemedy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(TestContexts.component(org))) {
            org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
            org.sessions().endAll();
            assertThat(query(context).isFailed()).isTrue();

            HealthCheck.Result health = health(context);

            assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(health.getMessage().orElseThrow()).contains("invalid_client");
            assertThat(health.getDetails())
                    .containsEntry(LoginHealthCheck.LOGIN_REMEDY, DenialReason.WRONG_CLIENT_SECRET.remedy())
                    .containsKeys(LoginHealthCheck.LOGIN_FAILURE, LoginHealthCheck.LOGIN_ALLOWED_IN_SECONDS);
            assertNoSecret(health);
        }
    }

    @Test
    void r10CallWhenTheSecretIsRepairedThenUpAgain(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.getTokenPolicy().setDeniedBackoff(Duration.ofSeconds(1));
        try (CamelContext context = started(component)) {
            ConsumerDetails right = org.app().consumer();
            org.app().setConsumer(new ConsumerDetails(right.key(), "F".repeat(64)));
            org.sessions().endAll();
            assertThat(query(context).isFailed()).isTrue();

            org.app().setConsumer(right);

            await().untilAsserted(() -> {
                HealthCheck.Result health = health(context);
                assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
                assertThat(health.getDetails()).doesNotContainKey(LoginHealthCheck.LOGIN_FAILURE);
            });
        }
    }

    @Test
    void r10CallWhenTheEndpointIsDownAndTheTokenGoodThenUpWithTheFailure(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.getTokenPolicy().setMaxLoginAttempts(1);
        try (CamelContext context = started(component)) {
            org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, 1_000);
            assertThat(component.login().renewNow()).failsWithin(Duration.ofSeconds(30));

            HealthCheck.Result health = health(context);
            assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health.getDetails().get(LoginHealthCheck.LOGIN_FAILURE).toString())
                    .contains("down for maintenance");
            assertThat(query(context).getException()).isNull();
            assertNoSecret(health);
        }
    }

    @Test
    void r10CallWhenTheEndpointIsDownFromTheStartThenDownWithTheRemedy(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, 1_000);
        SalesforceCcComponent component = TestContexts.component(org);
        component.getTokenPolicy().setMaxLoginAttempts(1);
        try (CamelContext context = started(component)) {
            HealthCheck.Result health = health(context);

            assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(health.getDetails())
                    .containsKey(LoginHealthCheck.LOGIN_FAILURE)
                    .containsEntry(
                            LoginHealthCheck.LOGIN_REMEDY, LoginUnavailableException.Reason.UNREADABLE_ANSWER.remedy());
        }
    }

    @Test
    void r18CallWhenTheRunAsUserHasChangedThenDetailsNameBoth(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(TestContexts.component(org))) {
            String before = org.runAsUserId().orElseThrow();
            User second = org.org().addUser("second@simulator.example");
            org.app().setRunAsUsername(second.username());
            org.sessions().endAll();
            assertThat(query(context).getException()).isNull();

            assertThat(health(context).getDetails())
                    .containsEntry(LoginHealthCheck.USER_ID, second.id())
                    .containsEntry(LoginHealthCheck.USER_ID_BEFORE, before);
        }
    }

    @Test
    void registryWhenTheComponentStopsThenItsCheckIsDownUntilItStartsAgain(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = started(component)) {
            assertThat(registry(context).getCheck(ID)).isPresent();

            component.stop();
            assertThat(health(context).getState()).isEqualTo(HealthCheck.State.DOWN);

            component.start();
            assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void registryWhenThereAreTwoComponentsThenEachHasItsCheck(SalesforceSimulator first) throws Exception {
        try (SalesforceSimulator second = SalesforceSimulator.start();
                CamelContext context = TestContexts.contextWith(TestContexts.component(first))) {
            SalesforceCcComponent other = TestContexts.component(second);
            context.addComponent("second", other);
            context.start();
            context.getComponent("salesforce-cc").start();
            other.start();

            assertThat(registry(context).getCheck(ID)).isPresent();
            assertThat(registry(context).getCheck("salesforce-cc:second")).isPresent();
        }
    }

    @Test
    void readinessWhenRegisteredThenNotLiveness(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(TestContexts.component(org))) {
            HealthCheck check = registry(context).getCheck(ID).orElseThrow();

            assertThat(check.isReadiness()).isTrue();
            assertThat(check.isLiveness()).isFalse();
        }
    }

    private static CamelContext started(SalesforceCcComponent component) {
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        component.start();
        return context;
    }

    private static HealthCheckRegistry registry(CamelContext context) {
        return HealthCheckHelper.getHealthCheckRegistry(context);
    }

    private static HealthCheck.Result health(CamelContext context) {
        return registry(context).getCheck(ID).orElseThrow().call();
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static String token(SalesforceSimulator org) {
        return org.sessions().live().get(0).token();
    }

    private static void assertNoSecret(HealthCheck.Result health) {
        Map<String, Object> details = health.getDetails();
        assertThat(Secrets.in(details + " " + health.getMessage() + " " + health.getError()))
                .isEmpty();
    }
}
