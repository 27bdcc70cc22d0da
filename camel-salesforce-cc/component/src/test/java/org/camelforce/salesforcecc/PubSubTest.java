package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Pub/Sub API over TLS, as the JVM trusts it: upstream's client knows no other trust store. */
@ExtendWith(TrustTestTls.class)
@WithSalesforceSimulator(settings = PubSubTest.WithOrders.class)
class PubSubTest {

    private static final String ORDERS = "pubSubSubscribe:/event/Order__e";

    @Tag("compatibility")
    @Test
    void subscribeWhenEventIsPublishedThenRouteGetsUpstreamsBodyAndHeaders(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, ORDERS)) {
            MockEndpoint events = events(context, 1);

            TestRecords.publish(org, "Order__e", "Number__c", "17");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("17");
            assertThat(events.getExchanges().get(0).getIn().getHeaders())
                    .containsKeys(
                            "CamelSalesforcePubSubReplayId",
                            "CamelSalesforcePubSubEventId",
                            "CamelSalesforcePubSubRpcId");
        }
    }

    @Test
    void subscribeWhenRecordChangesThenRouteGetsTheChange(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, "pubSubSubscribe:/data/AccountChangeEvent")) {
            MockEndpoint events = events(context, 1);

            TestRecords.createAccount(org, "Acme");

            events.assertIsSatisfied();
            assertThat(events.getExchanges()
                            .get(0)
                            .getIn()
                            .getBody(GenericRecord.class)
                            .get("Name"))
                    .hasToString("Acme");
        }
    }

    @Test
    void subscribeWhenServerIsUnavailableThenEveryEventOnceWithoutLogin(SalesforceSimulator org) throws Exception {
        assertEveryEventOnceInSpiteOf(Fault.GrpcError.serviceUnavailable(), org);
        assertThat(org.tokenRequests()).isEqualTo(1);
    }

    @Test
    void subscribeWhenSessionIsEndedThenEveryEventOnceAfterALogin(SalesforceSimulator org) throws Exception {
        assertEveryEventOnceInSpiteOf(new Fault.EndAllSessions(), org);
        assertThat(org.tokenRequests()).isEqualTo(2);
    }

    @Tag("compatibility")
    @Test
    void publishWhenBodyIsJsonThenTheOrgHasTheEvent(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, ORDERS)) {
            MockEndpoint events = events(context, 1);

            List<?> results = context.createProducerTemplate()
                    .requestBody(
                            "salesforce-cc:pubSubPublish:/event/Order__e",
                            List.of("{\"CreatedDate\":0,\"CreatedById\":\"\",\"Number__c\":\"17\"}"),
                            List.class);

            assertThat(results).singleElement().isInstanceOfSatisfying(PublishResult.class, result -> assertThat(
                            result.hasError())
                    .isFalse());
            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("17");
        }
    }

    private static void assertEveryEventOnceInSpiteOf(Fault fault, SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org, ORDERS)) {
            MockEndpoint events = events(context, 3);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);
            org.faults().inject(FaultPoint.PUBSUB_DELIVERY, fault, 1);
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            TestRecords.publish(org, "Order__e", "Number__c", "3");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2", "3");
        }
    }

    private static CamelContext started(SalesforceSimulator org, String subscription) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        CamelContext context = TestContexts.contextWith(component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + subscription).to("mock:events");
            }
        });
        context.start();
        await().until(() -> org.pubSubStreams() == 1);
        return context;
    }

    private static List<String> numbers(MockEndpoint events) {
        return events.getExchanges().stream()
                .map(exchange -> exchange.getIn().getBody(GenericRecord.class))
                .map(event -> event.get("Number__c").toString())
                .toList();
    }

    private static MockEndpoint events(CamelContext context, int expected) {
        MockEndpoint events = context.getEndpoint("mock:events", MockEndpoint.class);
        events.expectedMessageCount(expected);
        return events;
    }

    static final class WithOrders implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.pubSubTls(TestTls.server())
                    .schema(Schema.standard()
                            .with(SObjectDefinition.platformEvent("Order__e")
                                    .fields(FieldDefinition.text("Number__c", 20))
                                    .build()));
        }
    }
}
