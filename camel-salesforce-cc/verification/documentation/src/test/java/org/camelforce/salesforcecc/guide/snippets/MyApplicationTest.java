package org.camelforce.salesforcecc.guide.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class MyApplicationTest {

    @Test
    void startWhenPropertiesAreOverriddenThenTheApplicationUsesTheOrg(SalesforceSimulator org) throws Exception {
        Main main = new Main();
        // tag::main[]
        main.addOverrideProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        main.addOverrideProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        main.addOverrideProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        main.start();
        try {
            String answer = main.getCamelTemplate()
                    .requestBody("salesforce-cc:query?rawPayload=true", "SELECT Name FROM Account", String.class);

            assertThat(answer).contains("\"done\":true");
        } finally {
            main.stop();
        }
        // end::main[]
    }
}
