package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class AccountsTest {

    @Test
    void queryWhenAccountExistsThenAnswersIt(SalesforceSimulator org) throws Exception {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());

        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", salesforce);
            context.start();

            String answer = context.createProducerTemplate()
                    .requestBody("salesforce-cc:query?rawPayload=true", "SELECT Name FROM Account", String.class);

            assertThat(answer).contains("Acme");
        }
    }
}
