package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class TwoOrgsTest {

    @Test
    void schemesWhenSecondOrgIsABeanThenEachGoesToItsOwn(SalesforceSimulator europe) throws Exception {
        try (SalesforceSimulator asia = orgWith("Tokyo")) {
            Main main = mainFor(europe);
            main.addOverrideProperty("asia.login-url", asia.getLoginUrl());
            main.addOverrideProperty("asia.client-id", asia.getClientId());
            main.addOverrideProperty("asia.client-secret", asia.getClientSecret());
            main.setDefaultPropertyPlaceholderLocation("classpath:readme/two-orgs.properties");
            try {
                main.start();

                assertEachGoesToItsOwn(main.getCamelContext());
            } finally {
                main.stop();
            }
        }
    }

    @Test
    void schemesWhenSecondOrgIsAddedInJavaThenEachGoesToItsOwn(SalesforceSimulator europe) throws Exception {
        try (SalesforceSimulator asia = orgWith("Tokyo")) {
            Main main = mainFor(europe);
            main.setDefaultPropertyPlaceholderLocation("false");
            main.addOverrideProperty("camel.component.salesforce-cc.login-url", "{{europe.login-url}}");
            main.addOverrideProperty("camel.component.salesforce-cc.client-id", "{{europe.client-id}}");
            main.addOverrideProperty("camel.component.salesforce-cc.client-secret", "{{europe.client-secret}}");
            try {
                main.init();
                TwoOrgs.addSecondOrg(
                        main.getCamelContext(), asia.getLoginUrl(), asia.getClientId(), asia.getClientSecret());
                main.start();

                assertEachGoesToItsOwn(main.getCamelContext());
            } finally {
                main.stop();
            }
        }
    }

    private static void assertEachGoesToItsOwn(CamelContext context) {
        assertThat(accounts(context, "salesforce-cc")).contains("Berlin").doesNotContain("Tokyo");
        assertThat(accounts(context, "asia")).contains("Tokyo").doesNotContain("Berlin");
    }

    private static String accounts(CamelContext context, String scheme) {
        return context.createProducerTemplate()
                .requestBody(scheme + ":query?rawPayload=true", "SELECT Name FROM Account", String.class);
    }

    private static Main mainFor(SalesforceSimulator europe) {
        europe.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Berlin"), "");
        Main main = new Main();
        main.addOverrideProperty("europe.login-url", europe.getLoginUrl());
        main.addOverrideProperty("europe.client-id", europe.getClientId());
        main.addOverrideProperty("europe.client-secret", europe.getClientSecret());
        return main;
    }

    private static SalesforceSimulator orgWith(String account) {
        SalesforceSimulator org = SalesforceSimulator.start();
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", account), "");
        return org;
    }
}
