package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
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

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }
}
