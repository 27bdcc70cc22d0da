package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A route that changes its scheme gets the same bodies and headers, of the same events. */
@ExtendWith(TrustTestTls.class)
@WithSalesforceSimulator(settings = PubSubParityIT.WithParcels.class)
class PubSubParityIT {

    @Test
    void bodyWhenTypeIsNotSetThenUpstreams(SalesforceSimulator org) throws Exception {
        assertSame(org, "", "com.sforce.eventbus.Parcel__e");
    }

    @Test
    void bodyWhenTypeIsAvroAndThereIsAClassThenUpstreams(SalesforceSimulator org) throws Exception {
        assertSame(org, "&pubSubDeserializeType=AVRO", "com.sforce.eventbus.Parcel__e", "com.sforce.eventbus");
    }

    @Test
    void bodyWhenTypeIsSpecificRecordThenUpstreams(SalesforceSimulator org) throws Exception {
        assertSame(
                org, "&pubSubDeserializeType=SPECIFIC_RECORD", "com.sforce.eventbus.Parcel__e", "com.sforce.eventbus");
    }

    @Test
    void bodyWhenTypeIsGenericRecordThenUpstreams(SalesforceSimulator org) throws Exception {
        assertSame(
                org,
                "&pubSubDeserializeType=GENERIC_RECORD",
                "org.apache.avro.generic.GenericData$Record",
                "com.sforce.eventbus");
    }

    @Tag("compatibility")
    @Test
    void bodyWhenTypeIsJsonThenUpstreams(SalesforceSimulator org) throws Exception {
        assertSame(org, "&pubSubDeserializeType=JSON", "java.lang.String");
    }

    @Test
    void bodyWhenTypeIsPojoThenUpstreams(SalesforceSimulator org) throws Exception {
        String type = Parcel.class.getName();
        assertSame(org, "&pubSubDeserializeType=POJO&pubSubPojoClass=" + type, type);
    }

    private static void assertSame(SalesforceSimulator org, String options, String type, String... packages)
            throws Exception {
        TestRecords.publish(org, "Parcel__e", "Number__c", "1");
        TestRecords.publish(org, "Parcel__e", "Number__c", "2");
        String subscription = ":pubSubSubscribe:/event/Parcel__e?replayPreset=EARLIEST" + options;
        try (CamelContext context = TestContexts.contextWith(configured(TestContexts.component(org), org, packages))) {
            context.addComponent("salesforce", configured(TestContexts.upstream(org), org, packages));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce" + subscription).to("mock:theirs");
                    from("salesforce-cc" + subscription).to("mock:ours");
                }
            });
            context.start();

            List<Exchange> theirs = two(context, "mock:theirs");
            List<Exchange> ours = two(context, "mock:ours");

            for (int i = 0; i < 2; i++) {
                assertThat(ours.get(i).getIn().getBody().getClass().getName()).isEqualTo(type);
                assertThat(ours.get(i).getIn().getBody())
                        .isEqualTo(theirs.get(i).getIn().getBody());
                Map<String, Object> headers = upstreamHeaders(ours.get(i));
                assertThat(headers.remove("CamelSalesforceEventUuid"))
                        .isEqualTo(headers.get("CamelSalesforcePubSubEventId"));
                assertThat(headers).isEqualTo(upstreamHeaders(theirs.get(i)));
            }
        }
    }

    private static <T extends SalesforceComponent> T configured(
            T component, SalesforceSimulator org, String[] packages) {
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        if (packages.length > 0) {
            component.setPackages(String.join(",", packages));
        }
        return component;
    }

    private static List<Exchange> two(CamelContext context, String mock) {
        MockEndpoint endpoint = context.getEndpoint(mock, MockEndpoint.class);
        await().until(() -> endpoint.getReceivedCounter() >= 2);
        return endpoint.getExchanges();
    }

    /** The id of the RPC is each stream's own. */
    private static Map<String, Object> upstreamHeaders(Exchange exchange) {
        Map<String, Object> headers = new HashMap<>(exchange.getIn().getHeaders());
        assertThat(headers.put("CamelSalesforcePubSubRpcId", "")).asString().isNotEmpty();
        return headers;
    }

    static final class WithParcels implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.pubSubTls(TestTls.server())
                    .schema(Schema.standard()
                            .with(SObjectDefinition.platformEvent("Parcel__e")
                                    .fields(FieldDefinition.text("Number__c", 20))
                                    .build()));
        }
    }

    /** As Avro's reflection fills it. */
    public static final class Parcel {
        private long CreatedDate;
        private String CreatedById = "";
        private String Number__c = "";

        @Override
        public boolean equals(Object other) {
            return other instanceof Parcel parcel
                    && parcel.CreatedDate == CreatedDate
                    && parcel.CreatedById.equals(CreatedById)
                    && parcel.Number__c.equals(Number__c);
        }

        @Override
        public int hashCode() {
            return Number__c.hashCode();
        }
    }
}
