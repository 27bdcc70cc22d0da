package org.camelforce.salesforcecc.guide.snippets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = OrderOrg.class)
class OrderFaultsTest {

    private static final String USERS = "SELECT Id FROM User";

    @Test
    void queryWhenAllSessionsEndThenItLogsInOnceMore(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            // tag::sessions[]
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1);

            assertThat(query(context)).contains("\"done\":true");
            assertThat(org.tokenRequests()).isEqualTo(2);
            // end::sessions[]
        }
    }

    @Test
    void queryWhenTheTokenEndpointFailsTwiceThenTheThirdAttemptIsGood(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            // tag::endpoint[]
            org.sessions().endAll();
            org.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage(), 2);

            assertThat(query(context)).contains("\"done\":true");
            // end::endpoint[]
        }
    }

    @Test
    void queryWhenTheSecretWasChangedThenTheExchangeFailsWithTheReason(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            // tag::secret[]
            org.app().setConsumer(new ConsumerDetails(org.getClientId(), "another secret"));
            org.sessions().endAll();

            SalesforceException failure = context.createProducerTemplate()
                    .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getMessage()
                            .setBody(USERS))
                    .getException(SalesforceException.class);
            assertThat(failure).isInstanceOf(LoginDeniedException.class);
            assertThat(((LoginDeniedException) failure).reason()).isEqualTo(DenialReason.WRONG_CLIENT_SECRET);
            // end::secret[]
        }
    }

    @Test
    void subscriptionWhenItsConnectionIsLostThenNoEventIs(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            // tag::events[]
            MockEndpoint orders = context.getEndpoint("mock:orders", MockEndpoint.class);
            orders.expectedMessageCount(2);

            order(org, "1");
            org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.DropConnection(), 1);
            order(org, "2");

            orders.assertIsSatisfied();
            // end::events[]
        }
    }

    private static void order(SalesforceSimulator org, String number) {
        // tag::publish[]
        org.events()
                .publishPlatformEvent(
                        "Order__e",
                        JsonNodeFactory.instance.objectNode().put("Number__c", number),
                        org.runAsUserId().orElseThrow());
        // end::publish[]
    }

    private static String query(CamelContext context) {
        return context.createProducerTemplate().requestBody("salesforce-cc:query?rawPayload=true", USERS, String.class);
    }

    private static CamelContext started(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        CamelContext context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", salesforce);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:/event/Order__e").to("mock:orders");
            }
        });
        context.start();
        await().until(() -> org.subscriptions() == 1);
        return context;
    }
}
