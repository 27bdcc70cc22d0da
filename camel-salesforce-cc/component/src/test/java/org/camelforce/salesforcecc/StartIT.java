package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.support.LifecycleStrategySupport;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.RefusingPort;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class StartIT {

    private static final Fault MAINTENANCE =
            new Fault.Answer(503, "text/html", "<html><body>Salesforce is down for maintenance</body></html>");

    @Test
    void r17StartWhenThePubSubHostIsNotSalesforcesThenFailsBeforeALoginAndNamesTheOption(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost("pubsub.example.com");
        try (CamelContext context = TestContexts.contextWith(component)) {
            withQueryRoute(context);

            assertThatThrownBy(context::start).hasStackTraceContaining("pubSubHost");
            assertThat(org.tokenRequests()).isZero();
        }
    }

    @Test
    void r10StartWhenSecretIsWrongThenFailsAtOnceAndSaysWhatToCheck(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setClientSecret("0".repeat(64));
        try (CamelContext context = TestContexts.contextWith(component)) {
            withQueryRoute(context);

            assertThatThrownBy(context::start)
                    .hasRootCauseInstanceOf(LoginDeniedException.class)
                    .rootCause()
                    .hasMessageContaining("invalid_client")
                    .hasMessageContaining("Check option clientSecret against the Consumer Secret in Setup >")
                    .extracting(failure -> ((LoginDeniedException) failure).reason())
                    .isEqualTo(DenialReason.WRONG_CLIENT_SECRET);
            assertThat(org.tokenRequests()).isBetween(1L, 3L);
        }
    }

    @Test
    void r10StartWhenSalesforceIsUnavailableThenProducersFailTypedUntilTheLoginInTheBackgroundSucceeds(
            SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, 1_000);
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            withQueryRoute(context);
            context.start();

            assertThat(query(context).getException())
                    .isInstanceOf(LoginUnavailableException.class)
                    .hasMessageContaining("down for maintenance");

            org.faults().clear();
            await().untilAsserted(
                            () -> assertThat(query(context).getException()).isNull());
        }
    }

    @Test
    void r10StartWhenSalesforceIsUnavailableThenConsumersSubscribeOnceTheLoginSucceeds(SalesforceSimulator org)
            throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, 1_000);
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/data/AccountChangeEvent?rawPayload=true")
                            .to("mock:changes");
                }
            });
            context.start();
            MockEndpoint changes = context.getEndpoint("mock:changes", MockEndpoint.class);
            changes.expectedMinimumMessageCount(1);

            org.faults().clear();
            await().until(() -> org.subscriptions() == 1);
            TestRecords.createAccount(org, "Acme");

            changes.assertIsSatisfied();
        }
    }

    @Test
    void startWhenNothingListensThenContextStartsAndProducersFailTyped(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (RefusingPort refusing = new RefusingPort();
                CamelContext context = TestContexts.contextWith(component)) {
            component.setLoginUrl("http://localhost:" + refusing.number());
            withQueryRoute(context);
            context.start();

            assertThat(query(context).getException()).isInstanceOf(LoginUnavailableException.class);
        }
    }

    @Test
    void startWhenAnOptionIsWrongThenNoThreadPoolIsLeft(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setExpectedOrgId("no id");
        List<String> pools = new CopyOnWriteArrayList<>();
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.addLifecycleStrategy(new LifecycleStrategySupport() {
                @Override
                public void onThreadPoolAdd(
                        CamelContext camelContext,
                        ThreadPoolExecutor threadPool,
                        String id,
                        String sourceId,
                        String routeId,
                        String threadPoolProfileId) {
                    pools.add(id + " " + sourceId);
                }
            });
            assertThatThrownBy(context::start).hasStackTraceContaining("expectedOrgId");

            assertThat(pools).noneMatch(id -> id.contains("alesforce"));
        }
    }

    @Test
    void lazyLoginWhenSetThenFirstExchangeLogsIn(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            withQueryRoute(context);
            context.start();
            assertThat(org.tokenRequests()).isZero();

            assertThat(query(context).getException()).isNull();
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void lazyLoginWhenSetInTheLoginConfigThenNoLoginAtStart(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        SalesforceLoginConfig config = new SalesforceLoginConfig();
        config.setLazyLogin(true);
        component.setLoginConfig(config);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();

            assertThat(org.tokenRequests()).isZero();
        }
    }

    @Test
    void startWhenRefusedThenTheLoginConfigStaysForTheNextStart(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        SalesforceLoginConfig config = new SalesforceLoginConfig();
        config.setPassword("secret");
        component.setLoginConfig(config);
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(context::start).hasStackTraceContaining("loginConfig.password");
        }

        assertThat(component.getLoginConfig()).isSameAs(config);
    }

    @Test
    void lazyLoginWhenThereIsAConsumerThenItLogsInAndSubscribesOnceInSpiteOfARestart(SalesforceSimulator org)
            throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, MAINTENANCE, 1_000);
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/data/AccountChangeEvent?rawPayload=true")
                            .routeId("changes")
                            .to("mock:changes");
                    from("salesforce-cc:subscribe:/data/ContactChangeEvent?rawPayload=true")
                            .autoStartup(false)
                            .routeId("later")
                            .to("mock:changes");
                }
            });
            context.start();
            context.getRouteController().stopRoute("changes");
            context.getRouteController().startRoute("changes");
            context.getRouteController().stopRoute("changes");
            context.getRouteController().startRoute("later");

            org.faults().clear();
            // it waits for the same login, and has come after the one that has stopped
            await().until(() -> subscribed(org, "ContactChangeEvent"));
            assertThat(subscribed(org, "AccountChangeEvent")).isFalse();

            context.getRouteController().startRoute("changes");
            assertThat(org.openSubscriptions()).hasSize(2);
        }
    }

    private static boolean subscribed(SalesforceSimulator org, String event) {
        return org.openSubscriptions().stream()
                .anyMatch(subscription -> subscription.channel().equals("/data/" + event));
    }

    private static void withQueryRoute(CamelContext context) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:query").to("salesforce-cc:query?rawPayload=true");
            }
        });
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("direct:query", exchange -> exchange.getIn().setBody("SELECT Id FROM User"));
    }
}
