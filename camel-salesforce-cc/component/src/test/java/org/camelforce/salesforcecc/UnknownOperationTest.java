package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownOperationTest {

    @ParameterizedTest
    @CsvSource({
        "salesforce-cc:Changes?rawPayload=true, Changes, salesforce-cc:subscribe:Changes",
        "salesforce-cc:/event/Order__e,         /event/Order__e, salesforce-cc:subscribe:/event/Order__e",
        "salesforce-cc://data/ChangeEvents,     /data/ChangeEvents, salesforce-cc:subscribe:/data/ChangeEvents",
        "salesforce-cc:Queries,                 Queries, salesforce-cc:subscribe:Queries",
    })
    void endpointWhenItsOperationIsUnknownThenRefusedWithTheUriOfASubscription(
            String uri, String operation, String instead) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> context.getEndpoint(uri))
                    .rootCause()
                    .hasMessage(
                            operation + " is not an operation. For a subscription to that channel, write " + instead);
        }
    }

    @Test
    void endpointWhenAnOptionOfAnOperationIsWrongThenCamelsOwnMessage() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> context.getEndpoint("salesforce-cc:query?format=None"))
                    .rootCause()
                    .hasMessageContaining("None")
                    .hasMessageNotContaining("is not an operation");
        }
    }
}
