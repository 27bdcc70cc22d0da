package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownOperationTest {

    @ParameterizedTest
    @CsvSource({
        "salesforce-cc:Changes?rawPayload=true, Changes, salesforce-cc:subscribe:Changes",
        "salesforce-cc:/event/Order__e,         /event/Order__e, salesforce-cc:subscribe:/event/Order__e",
        "salesforce-cc://data/ChangeEvents,     /data/ChangeEvents, salesforce-cc:subscribe:/data/ChangeEvents",
        "salesforce-cc:Query,                   Query, salesforce-cc:subscribe:Query",
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

    @ParameterizedTest
    @EnumSource
    void uriWhenItHasAnOperationOfCamelsThenAccepted(OperationName operation) {
        assertThatNoException()
                .isThrownBy(() -> KnownOperation.require("salesforce-cc:" + operation.value(), operation.value()));
    }

    @Test
    void uriWhenAPathFollowsTheOperationThenAccepted() {
        assertThatNoException().isThrownBy(() -> KnownOperation.require("salesforce-cc:apexCall/a", "apexCall/a"));
    }
}
