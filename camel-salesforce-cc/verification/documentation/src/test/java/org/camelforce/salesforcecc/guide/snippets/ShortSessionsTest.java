package org.camelforce.salesforcecc.guide.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = ShortSessions.class)
class ShortSessionsTest {

    @Test
    void queryWhenTheSessionTimedOutThenItLogsInOnceMore(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", salesforce);
            context.start();
            query(context);
            // tag::timeout[]
            ShortSessions.TIME.advance(Duration.ofMinutes(15));

            assertThat(query(context)).contains("\"done\":true");
            assertThat(org.tokenRequests()).isEqualTo(2);
            // end::timeout[]
        }
    }

    private static String query(CamelContext context) {
        return context.createProducerTemplate()
                .requestBody("salesforce-cc:query?rawPayload=true", "SELECT Id FROM User", String.class);
    }
}
