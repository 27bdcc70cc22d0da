package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class QueryTest {

    @Test
    void queryWhenThreePropertiesAreSetThenAnswersRecords(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            String answer = context.createProducerTemplate()
                    .requestBody("salesforce-cc:query?rawPayload=true", "SELECT Id, Username FROM User", String.class);

            assertThat(answer).contains("integration@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }
}
