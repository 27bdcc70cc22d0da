package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** A login that does not end shows in the health check, and the next one goes its own way (R19). */
@WithSalesforceSimulator
class StuckLoginIT {

    @Test
    void r19HealthWhenTheFirstLoginIsStuckThenDownWithWhereToLook(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setAuthenticationStrategy(CompletableFuture::new);
        component.setLazyLogin(true);
        component.setHttpRequestTimeout(500);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            assertThat(health(context).getState()).isEqualTo(HealthCheck.State.UP);

            TestContexts.orgLogin(component).tokens().obtain();

            await().until(() -> health(context).getState() == HealthCheck.State.DOWN);
            assertThat(health(context).getMessage().orElseThrow()).contains("authenticationStrategy");
        }
    }

    @Test
    void r19HealthWhenTheCredentialsSourceHangsThenDownAndItGoesOnWhenTheSourceWorksAgain(SalesforceSimulator org)
            throws Exception {
        AtomicBoolean hangs = new AtomicBoolean(true);
        CountDownLatch released = new CountDownLatch(1);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setCredentialsSource(() -> {
            while (hangs.get()) {
                awaitIgnoringInterrupts(released);
            }
            return List.of(new ClientCredentials(org.getClientId(), org.getClientSecret()));
        });
        component.setLazyLogin(true);
        component.setHttpRequestTimeout(1_000);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            TestContexts.orgLogin(component).tokens().await();

            await().until(() -> health(context).getState() == HealthCheck.State.DOWN);
            assertThat(health(context).getMessage().orElseThrow())
                    .containsAnyOf("consumer key and secret could not be read", "credentialsSource");

            hangs.set(false);
            released.countDown();
            await().until(() -> health(context).getState() == HealthCheck.State.UP);
            assertThat(TestQueries.users(context, "salesforce-cc")).contains("integration@simulator.example");
        }
    }

    @Test
    void r19LoginWhenTwoCallsOfTheCredentialsSourceHangThenTheThirdOneLogsIn(SalesforceSimulator org) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch released = new CountDownLatch(1);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setCredentialsSource(() -> {
            boolean hangs = calls.incrementAndGet() <= 2;
            while (hangs && released.getCount() > 0) {
                awaitIgnoringInterrupts(released);
            }
            return List.of(new ClientCredentials(org.getClientId(), org.getClientSecret()));
        });
        component.setLazyLogin(true);
        component.setHttpRequestTimeout(1_000);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();

            assertThat(TestContexts.orgLogin(component).tokens().await()).succeedsWithin(Duration.ofSeconds(30));
        } finally {
            released.countDown();
        }
    }

    private static HealthCheck.Result health(CamelContext context) {
        return HealthCheckHelper.getHealthCheck(context, "salesforce-cc:salesforce-cc")
                .call();
    }

    /** As a read from a network file system may do. */
    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // goes on
        }
    }
}
