package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.http.RecordedRequest;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class StopTest {

    @Test
    void r7StopWhenAnotherContextUsesTheSessionThenItLivesOn(SalesforceSimulator org) throws Exception {
        try (CamelContext staying = TestContexts.started(org)) {
            try (CamelContext leaving = TestContexts.started(org)) {
                assertThat(query(leaving).getException()).isNull();
            }

            assertThat(query(staying).getException()).isNull();
            assertThat(org.sessions().live()).hasSize(1);
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(org.requestLog()).extracting(RecordedRequest::path).noneMatch(path -> path.contains("revoke"));
        }
    }

    @Test
    void r7StopWhenRevokeOnStopThenSessionIsEndedWithTheTokenInTheBody(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setRevokeOnStop(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            assertThat(query(context).getException()).isNull();
        }

        assertThat(org.sessions().live()).isEmpty();
        assertThat(org.requestLog())
                .filteredOn(request -> request.path().contains("revoke"))
                .singleElement()
                .satisfies(request -> assertThat(request.method()).isEqualTo("POST"));
    }

    /** The component has the same token as another one, which has started. */
    @Test
    void r7StartWhenItFailsWithRevokeOnStopThenTheSessionOfTheOthersLivesOn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            SalesforceCcComponent failing = TestContexts.component(org);
            failing.setRevokeOnStop(true);
            failing.setHttpClientProperties(new HashMap<>(Map.of("connectTimeout", "soon")));

            assertThatThrownBy(() -> context.addComponent("failing", failing))
                    .hasStackTraceContaining("connectTimeout");

            assertThat(query(context).getException()).isNull();
            assertThat(org.sessions().live()).hasSize(1);
        }
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }
}
