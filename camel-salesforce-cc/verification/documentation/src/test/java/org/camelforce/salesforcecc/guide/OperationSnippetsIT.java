package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.guide.snippets.AccountErrors;
import org.camelforce.salesforcecc.guide.snippets.AccountRoutes;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** Runs the routes that the page of operations shows. */
@WithSalesforceSimulator(settings = OperationSnippetsIT.OrgWithLegacyIds.class)
class OperationSnippetsIT {

    @Test
    void queryWhenThereAreAccountsThenTheBodyIsTheAnswer(SalesforceSimulator org) throws Exception {
        account(org, "Acme");
        try (CamelContext context = context(org, new AccountRoutes())) {
            MockEndpoint accounts = expecting(context, "mock:log:accounts", 1);

            send(context, "direct:query", "");

            accounts.assertIsSatisfied();
            assertThat(body(accounts)).contains("\"totalSize\":1", "\"Name\":\"Acme\"");
        }
    }

    @Test
    void createWhenTheRecordIsCompleteThenTheBodyHasItsId(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, new AccountRoutes())) {
            MockEndpoint created = expecting(context, "mock:log:created", 1);

            send(context, "direct:create", "");

            created.assertIsSatisfied();
            assertThat(body(created)).contains("\"success\":true", "\"id\":\"001");
        }
    }

    @Test
    void upsertWhenTheNumberIsNewThenTheBodySaysCreated(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, new AccountRoutes())) {
            MockEndpoint upserted = expecting(context, "mock:log:upserted", 1);

            context.createProducerTemplate()
                    .sendBodyAndHeaders("direct:upsert", "{\"Name\": \"Acme\"}", Map.of("number", "L-1"));

            upserted.assertIsSatisfied();
            assertThat(body(upserted)).contains("\"created\":true");
        }
    }

    @Test
    void streamWhenThereAreAccountsThenEachIsAnExchange(SalesforceSimulator org) throws Exception {
        account(org, "Acme");
        account(org, "Borealis");
        try (CamelContext context = context(org, new AccountRoutes())) {
            MockEndpoint each = expecting(context, "mock:log:account", 2);

            send(context, "direct:export", "");

            each.assertIsSatisfied();
        }
    }

    @Test
    void retryWhenTwoRequestsFailThenTheThirdIsAnswered(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, new AccountRoutes())) {
            org.faults().inject(FaultPoint.REST_REQUEST, Fault.Answer.maintenancePage(), 2);
            MockEndpoint answered = expecting(context, "mock:log:answered", 1);

            send(context, "direct:retry", "");

            answered.assertIsSatisfied();
        }
    }

    @Test
    void errorsWhenTheRecordIsIncompleteThenTheErrorIsLogged(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, new AccountErrors())) {
            MockEndpoint failed = expecting(context, "mock:log:failed", 1);

            send(context, "direct:account", "{}");

            failed.assertIsSatisfied();
        }
    }

    @Test
    void errorsWhenTheFailurePassesThenTheExchangeIsKeptForLater(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context(org, new AccountErrors())) {
            org.faults().inject(FaultPoint.REST_REQUEST, unavailable(), 1);
            MockEndpoint later = expecting(context, "mock:log:later", 1);

            send(context, "direct:account", "{\"Name\": \"Acme\"}");

            later.assertIsSatisfied();
        }
    }

    /** Salesforce says that it has not executed the request. */
    private static Fault unavailable() {
        return new Fault.Answer(
                503, "application/json", "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"Try again later\"}]");
    }

    private static void account(SalesforceSimulator org, String name) {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", name), "");
    }

    private static void send(CamelContext context, String uri, String body) {
        context.createProducerTemplate().sendBody(uri, body);
    }

    private static String body(MockEndpoint mock) {
        return mock.getExchanges().get(0).getMessage().getBody(String.class);
    }

    private static CamelContext context(SalesforceSimulator org, RouteBuilder routes) throws Exception {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        CamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
        context.addComponent("salesforce-cc", salesforce);
        context.addRoutes(routes);
        context.start();
        return context;
    }

    private static MockEndpoint expecting(CamelContext context, String uri, int messages) {
        MockEndpoint mock = context.getEndpoint(uri, MockEndpoint.class);
        mock.expectedMessageCount(messages);
        return mock;
    }

    static final class OrgWithLegacyIds implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.schema(Schema.standard()
                    .withFields(
                            "Account", FieldDefinition.text("Legacy_Id__c", 20).asExternalId()));
        }
    }
}
