package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.TestHttps.get;
import static org.camelforce.salesforcecc.TestHttps.statusOf;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.camelforce.salesforcecc.token.LoginReason;
import org.junit.jupiter.api.Test;

/** {@code URL_NOT_RESET} asks for one login, which tells the address, and one replay (R20). */
@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class MovedOrgIT {

    private static final Fault MOVED = new Fault.Answer(
            400,
            "application/json",
            "[{\"message\":\"Destination URL not reset. The URL returned from login must be set\","
                    + "\"errorCode\":\"URL_NOT_RESET\"}]");

    @Test
    void r20QueryWhenTheOrgHasMovedThenOneLoginAndTheReplayGoesThere(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        try (SalesforceSimulator other = elsewhere(org);
                CamelContext context = TestHttps.started(component)) {
            move(other, org);

            assertThat(TestQueries.users(context, "salesforce-cc")).contains("moved@simulator.example");
            assertThat(TestQueries.users(context, "salesforce-cc")).contains("moved@simulator.example");
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(component.login().status().lastReason()).isEqualTo(LoginReason.RELOCATED);
        }
    }

    @Test
    void r20HttpsWhenTheOrgHasMovedThenOneLoginAndTheReplayGoesThere(SalesforceSimulator org) throws Exception {
        try (SalesforceSimulator other = elsewhere(org);
                CamelContext context = TestHttps.started(org)) {
            get(context, org.getLoginUrl() + TestHttps.LIMITS);
            move(other, org);

            assertThat(statusOf(get(context, org.getLoginUrl() + TestHttps.LIMITS)))
                    .isEqualTo(200);
            assertThat(org.tokenRequests()).isEqualTo(2);
            assertThat(other.requestLog()).hasSize(1);
        }
    }

    @Test
    void r20QueryWhenTheLoginTellsTheSameAddressThenSalesforcesAnswerAndFewLogins(SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = TestHttps.started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, MOVED, 100);

            for (int exchange = 0; exchange < 10; exchange++) {
                assertThat(query(context).getException())
                        .isExactlyInstanceOf(SalesforceException.class)
                        .hasMessageContaining("URL_NOT_RESET");
                assertThat(statusOf(get(context, org.getLoginUrl() + TestHttps.LIMITS)))
                        .isEqualTo(400);
            }
            // of 20 rejections; the slower the machine, the more logins have their time
            assertThat(org.tokenRequests()).isBetween(2L, 12L);
        }
    }

    @Test
    void r20QueryWhenTheAddressIsFixedThenTheMessageNamesTheOption(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setInstanceUrl(org.getLoginUrl());
        try (SalesforceSimulator other = elsewhere(org);
                CamelContext context = TestHttps.started(component)) {
            move(other, org);

            assertThat(query(context).getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("option instanceUrl")
                    .hasMessageContaining(other.getLoginUrl());
            org.faults().inject(FaultPoint.REST_REQUEST, MOVED, 1);
            assertThat(get(context, org.getLoginUrl() + TestHttps.LIMITS).getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("option instanceUrl");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    private static SalesforceSimulator elsewhere(SalesforceSimulator org) {
        return SalesforceSimulator.builder()
                .orgId(org.org().id())
                .runAsUsername("moved@simulator.example")
                .tls(TestTls.server())
                .start();
    }

    private static void move(SalesforceSimulator other, SalesforceSimulator org) {
        TestHttps.loginEndsAt(other, org);
        org.faults().inject(FaultPoint.REST_REQUEST, MOVED, 1);
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }
}
