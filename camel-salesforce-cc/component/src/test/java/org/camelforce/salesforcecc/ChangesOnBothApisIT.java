package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A route can go from one API to the other, and know an event that came by both. */
@Tag("compatibility")
@WithSalesforceSimulator(settings = ChangesOnBothApisIT.WithPubSub.class)
class ChangesOnBothApisIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_A_CHANGE = List.of(
            "CamelSalesforceTransactionKey",
            "CamelSalesforceSequenceNumber",
            "CamelSalesforceChangeType",
            "CamelSalesforceChangeOrigin",
            "CamelSalesforceCommitTimestamp",
            "CamelSalesforceCommitNumber",
            "CamelSalesforceCommitUser",
            "CamelSalesforceEntityName",
            "CamelSalesforceRecordIds");

    @Test
    void changeWhenSubscribedByBothThenHeadersAndNamesOfFieldsAreTheSame(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/data/AccountChangeEvent?rawPayload=true")
                            .to("mock:streaming");
                    from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent?pubSubDeserializeType=JSON")
                            .to("mock:pubSub");
                }
            });
            context.start();
            String user = org.runAsUserId().orElseThrow();
            String id = TestRecords.createAccount(org, "Acme");
            org.records()
                    .update(
                            "Account",
                            id,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("Phone", "1")
                                    .putNull("Site"),
                            user);

            Exchange streaming = second(context, "mock:streaming");
            Exchange pubSub = second(context, "mock:pubSub");

            assertThat(ofAChange(pubSub)).hasSize(OF_A_CHANGE.size()).isEqualTo(ofAChange(streaming));
            assertThat(changed(pubSub, "/ChangeEventHeader"))
                    .contains("Phone")
                    .isEqualTo(changed(streaming, "/data/payload/ChangeEventHeader"));
        }
    }

    private static Exchange second(CamelContext context, String mock) {
        MockEndpoint endpoint = context.getEndpoint(mock, MockEndpoint.class);
        await().until(() -> endpoint.getReceivedCounter() >= 2);
        return endpoint.getExchanges().get(1);
    }

    private static Map<String, Object> ofAChange(Exchange event) {
        Map<String, Object> headers = new HashMap<>(event.getIn().getHeaders());
        headers.keySet().retainAll(OF_A_CHANGE);
        return headers;
    }

    private static TreeSet<String> changed(Exchange event, String header) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode name :
                JSON.readTree(event.getIn().getBody(String.class)).at(header).path("changedFields")) {
            names.add(name.asText());
        }
        return names;
    }

    static final class WithPubSub implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.pubSubTls(TestTls.server());
        }
    }
}
