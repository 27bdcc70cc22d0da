package org.camelforce.salesforcecc.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeferralTest {

    private final CamelContext context = new DefaultCamelContext();
    private final CompletableFuture<AccessToken> login = new CompletableFuture<>();
    private final AtomicInteger starts = new AtomicInteger();
    private Deferral deferral;

    @BeforeEach
    void start() throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setAuthenticationStrategy(() -> login);
        component.setLazyLogin(true);
        context.addComponent("salesforce-cc", component);
        context.start();
        SalesforceEndpoint endpoint =
                context.getEndpoint("salesforce-cc:subscribe:/event/Order__e", SalesforceEndpoint.class);
        deferral = new Deferral((DefaultConsumer) endpoint.createConsumer(exchange -> {}), endpoint);
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void startWhenThereIsNoTokenThenStartedAfterTheLogin() throws Exception {
        deferral.start(this::count);
        assertThat(starts).hasValue(0);

        logIn();

        await().until(() -> starts.get() == 1);
    }

    @Test
    void startWhenThereIsATokenThenStartedAtOnce() throws Exception {
        deferral.start(this::count);
        logIn();
        await().until(() -> starts.get() == 1);

        deferral.start(this::count);

        assertThat(starts).hasValue(2);
    }

    @Test
    void startWhenStoppedAndStartedBeforeTheLoginThenStartedOnce() throws Exception {
        deferral.start(this::count);
        deferral.cancel();
        deferral.start(this::count);

        logIn();

        await().during(Duration.ofMillis(200)).until(() -> starts.get() == 1);
    }

    @Test
    void cancelWhenTheLoginHasNotSucceededThenNeverStarted() throws Exception {
        deferral.start(this::count);
        deferral.cancel();

        logIn();

        await().during(Duration.ofMillis(200)).until(() -> starts.get() == 0);
    }

    @Test
    void cancelWhenTheStartIsUnderWayThenInterruptedAndWaitedFor() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        deferral.start(() -> {
            under.countDown();
            try {
                new CountDownLatch(1).await();
                return null;
            } finally {
                ended.set(true);
            }
        });
        logIn();
        under.await();

        deferral.cancel();

        assertThat(ended).isTrue();
    }

    private Void count() {
        starts.incrementAndGet();
        return null;
    }

    private void logIn() {
        login.complete(AccessToken.of("T1", URI.create("https://acme.my.salesforce.com")));
    }
}
