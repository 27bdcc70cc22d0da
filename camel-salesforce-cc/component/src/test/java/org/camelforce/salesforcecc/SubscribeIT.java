package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = WithOrders.class)
class SubscribeIT {

    private static final String ORDERS = "subscribe:/event/Order__e";

    @Tag("compatibility")
    @Test
    void subscribeWhenPlatformEventIsPublishedThenRouteGetsItWithUpstreamsBodyAndHeaders(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = started(org, ORDERS)) {
            MockEndpoint events = events(context, 1);

            TestRecords.publish(org, "Order__e", "Number__c", "17");

            events.assertIsSatisfied();
            assertThat(events.getExchanges()
                            .get(0)
                            .getIn()
                            .getBody(PlatformEvent.class)
                            .getEventData())
                    .containsEntry("Number__c", "17");
            assertThat(events.getExchanges().get(0).getIn().getHeader("CamelSalesforceReplayId"))
                    .isNotNull();
        }
    }

    @Test
    void subscribeWhenRecordChangesThenRouteGetsTheChange(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, "subscribe:/data/AccountChangeEvent")) {
            MockEndpoint events = events(context, 1);

            TestRecords.createAccount(org, "Acme");

            events.assertIsSatisfied();
            assertThat(events.getExchanges().get(0).getIn().getBody(Map.class).get("Name"))
                    .isEqualTo("Acme");
        }
    }

    @Test
    void subscribeWhenPushTopicHasQueryThenItIsCreatedAndNotifies(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(
                org,
                "subscribe:AllAccounts?sObjectQuery=SELECT Id, Name FROM Account&rawPayload=true"
                        + "&notifyForFields=ALL&notifyForOperationCreate=true&updateTopic=true")) {
            MockEndpoint events = events(context, 1);

            TestRecords.createAccount(org, "Acme");

            events.assertIsSatisfied();
            assertThat(events.getExchanges().get(0).getIn().getBody(String.class))
                    .contains("\"Name\":\"Acme\"");
        }
    }

    @Test
    void l10SessionWhenEndedThenOneLoginAndEveryEventOnce(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, ORDERS)) {
            MockEndpoint events = events(context, 3);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);

            org.sessions().endAll();
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            await().until(() -> events.getReceivedCounter() == 2);
            TestRecords.publish(org, "Order__e", "Number__c", "3");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2", "3");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void unknownClientWhenServerForgetsThenEveryEventOnceWithoutLogin(SalesforceSimulator org) throws Exception {
        assertEveryEventOnceInSpiteOf(new Fault.UnknownClient(), org);
    }

    /** Upstream's consumer ends there (CAMEL-24569). */
    @Test
    void camel24569ServerWhenItDisconnectsThenEveryEventOnce(SalesforceSimulator org) throws Exception {
        assertEveryEventOnceInSpiteOf(new Fault.ServerDisconnect(), org);
    }

    /** A busy server says so in the failure reason only, while the error says that the token is invalid. */
    @Test
    void busyWhenDisguisedAs401ThenEveryEventOnceWithoutLogin(SalesforceSimulator org) throws Exception {
        assertEveryEventOnceInSpiteOf(
                new Fault.MetaError(
                        "401::Authentication invalid",
                        "503::Server is too busy.  Please try your request again later.",
                        "none"),
                org);
    }

    @Test
    void l6HandshakeWhenServerIsBusyThenTriedAgainUntilSubscribed(SalesforceSimulator org) throws Exception {
        Fault busy = new Fault.MetaError(
                "403::Handshake denied", "503::Server is too busy.  Please try your request again later.", "none");
        org.faults().inject(FaultPoint.COMETD_HANDSHAKE, busy, 2);
        try (CamelContext context = started(org, ORDERS + "?maxBackoff=1000")) {
            MockEndpoint events = events(context, 1);

            TestRecords.publish(org, "Order__e", "Number__c", "1");

            events.assertIsSatisfied();
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void startWhenStreamingIsRefusedForTheUserThenFailsAndSaysWhy(SalesforceSimulator org) throws Exception {
        org.faults()
                .inject(
                        FaultPoint.COMETD_HANDSHAKE,
                        new Fault.MetaError("403::Handshake denied", "403::User not enabled for streaming", "none"),
                        1);
        try (CamelContext context = context(org, ORDERS)) {
            assertThatThrownBy(context::start).hasStackTraceContaining("User not enabled for streaming");
        }
    }

    private static void assertEveryEventOnceInSpiteOf(Fault fault, SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, ORDERS + "?maxBackoff=1000")) {
            MockEndpoint events = events(context, 3);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);
            org.faults().inject(FaultPoint.COMETD_CONNECT, fault, 1);
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            TestRecords.publish(org, "Order__e", "Number__c", "3");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2", "3");
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void startWhenSubscriptionFailsThenFailsAndNamesTheChannel(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, "subscribe:/event/Missing__e")) {
            assertThatThrownBy(context::start).hasStackTraceContaining("rejects the subscription to /event/Missing__e");
        }
    }

    @Test
    void subscribeWhenTheReplayIdIsUnknownThenTheEndpointsFallBackIsTaken(SalesforceSimulator org) throws Exception {
        TestRecords.publish(org, "Order__e", "Number__c", "1");
        try (CamelContext context = context(org, ORDERS + "?replayId=99999999&fallBackReplayId=-2")) {
            MockEndpoint events = events(context, 1);
            context.start();

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1");
        }
    }

    @Test
    void subscribeWhenTheFallBackIsUnknownTooThenStartFails(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, ORDERS + "?replayId=99999999&fallBackReplayId=99999998")) {
            assertThatThrownBy(context::start).hasStackTraceContaining("rejects the subscription to /event/Order__e");
        }
    }

    @Test
    void restartWhenTheRouteIsStoppedAndStartedThenItContinuesAndEveryEventComesOnce(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = context(org, ORDERS)) {
            context.start();
            MockEndpoint events = events(context, 3);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);

            context.getRouteController().stopRoute("events");
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            context.getRouteController().startRoute("events");
            TestRecords.publish(org, "Order__e", "Number__c", "3");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void restartWhenTheComponentIsStoppedAndStartedThenEveryEventComesOnce(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, ORDERS)) {
            context.start();
            MockEndpoint events = events(context, 2);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);

            context.getRouteController().stopRoute("events");
            context.getComponent("salesforce-cc").stop();
            context.getComponent("salesforce-cc").start();
            context.getRouteController().startRoute("events");
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2");
        }
    }

    private static CamelContext started(SalesforceSimulator org, String subscription) throws Exception {
        CamelContext context = context(org, subscription);
        context.start();
        return context;
    }

    private static CamelContext context(SalesforceSimulator org, String subscription) throws Exception {
        CamelContext context = TestContexts.contextWith(TestContexts.component(org));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + subscription).routeId("events").to("mock:events");
            }
        });
        return context;
    }

    private static List<Object> numbers(MockEndpoint events) {
        return events.getExchanges().stream()
                .map(exchange -> exchange.getIn()
                        .getBody(PlatformEvent.class)
                        .getEventData()
                        .get("Number__c"))
                .map(Object.class::cast)
                .toList();
    }

    private static MockEndpoint events(CamelContext context, int expected) {
        MockEndpoint events = context.getEndpoint("mock:events", MockEndpoint.class);
        events.expectedMessageCount(expected);
        return events;
    }
}
