package org.camelforce.salesforcecc.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.io.EOFException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class RequestObservationTest {

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    @Test
    void requestWhenItSucceedsThenOneObservationWithItsKeys(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasNumberOfObservationsWithNameEqualTo(RequestObservation.NAME, 1)
                    .hasObservationWithNameEqualTo(RequestObservation.NAME)
                    .that()
                    .hasContextualNameEqualTo("salesforce query")
                    .hasLowCardinalityKeyValue("component", "salesforce-cc")
                    .hasLowCardinalityKeyValue("operation", "query")
                    .hasLowCardinalityKeyValue("object", "none")
                    .hasLowCardinalityKeyValue("outcome", "success")
                    .hasHighCardinalityKeyValue(RequestObservation.STATUS, "200")
                    .hasHighCardinalityKeyValueWithKey(RequestObservation.RECEIVED)
                    .doesNotHaveError()
                    .hasBeenStopped();
        }
    }

    @Test
    void requestWhenAnExchangeNeedsItThenInTheTraceOfTheExchange(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            Observation exchange = Observation.start("exchange", registry);
            try (Observation.Scope scope = exchange.openScope()) {
                query(context);
            }
            exchange.stop();

            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(RequestObservation.NAME)
                    .that()
                    .hasParentObservationEqualTo(exchange);
        }
    }

    @Test
    void requestWhenItIsReplayedThenOneObservation(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            query(context);
            org.sessions().endAll();
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasNumberOfObservationsWithNameEqualTo(RequestObservation.NAME, 2);
        }
    }

    @Test
    void requestWhenItIsRejectedThenObservedWithTheError(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.Answer(400, "text/plain", "SELECT Id"), 1);
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(RequestObservation.NAME)
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "rejected")
                    .hasHighCardinalityKeyValue(RequestObservation.STATUS, "400")
                    .hasError()
                    .hasBeenStopped();
            assertThat(errors()).singleElement().asString().doesNotContain("SELECT");
        }
    }

    @Test
    void requestWhenItHasNoAnswerThenTheErrorHasNoQuery(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(org)) {
            org.faults().inject(FaultPoint.REST_REQUEST, new Fault.DropConnection(), 5);
            query(context);

            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo(RequestObservation.NAME)
                    .that()
                    .hasLowCardinalityKeyValue("outcome", "no_answer")
                    .hasHighCardinalityKeyValueWithKey(RequestObservation.ERROR)
                    .hasBeenStopped();
            assertThat(errors()).singleElement().asString().contains("query").doesNotContain("SELECT", "?q=");
        }
    }

    @Test
    void endedWhenTheHttpClientDescribesTheRequestThenTheErrorDoesNot() {
        ApiRequest request = new ApiRequest.Builder("query", "GET", "/query?q=SELECT").build();
        new RequestObservation(registry, "salesforce-cc")
                .begun(request)
                .ended(new EndedRequest(
                        request,
                        RequestOutcome.NO_ANSWER,
                        0,
                        Duration.ofSeconds(1),
                        0,
                        0,
                        new EOFException("HttpRequest[GET /query?q=SELECT]")));

        TestObservationRegistryAssert.assertThat(registry)
                .hasObservationWithNameEqualTo(RequestObservation.NAME)
                .that()
                .hasHighCardinalityKeyValue(RequestObservation.ERROR, "java.io.EOFException");
        assertThat(errors()).singleElement().asString().contains("EOFException").doesNotContain("SELECT");
    }

    private CamelContext started(SalesforceSimulator org) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("observations", registry);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setLazyLogin(true);
        context.addComponent("salesforce-cc", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:users").to("salesforce-cc:query?rawPayload=true");
            }
        });
        context.start();
        return context;
    }

    private static void query(CamelContext context) {
        context.createProducerTemplate()
                .request("direct:users", exchange -> exchange.getIn().setBody("SELECT Id FROM User"));
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        TestObservationRegistryAssert.assertThat(registry).hasHandledContextsThatSatisfy(contexts -> contexts.stream()
                .filter(context -> context.getName().equals(RequestObservation.NAME))
                .forEach(context -> {
                    StringWriter text = new StringWriter();
                    Objects.requireNonNull(context.getError()).printStackTrace(new PrintWriter(text));
                    errors.add(text.toString());
                }));
        return errors;
    }
}
