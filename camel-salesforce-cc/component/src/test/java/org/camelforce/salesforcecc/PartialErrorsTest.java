package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResponse;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.request.RequestFailure;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of success whose parts failed. */
class PartialErrorsTest {

    private static final String CREATE = "salesforce-cc:compositeCreateSObjectCollections";
    private static final String DELETE = "salesforce-cc:compositeDeleteSObjectCollections";
    private static final String FAILED = "CamelSalesforceFailedCount";
    private static final String MISSING = "001000000000999AAA";
    private static final String RAW =
            """
            {"compositeRequest": [
              {"method": "POST", "url": "/services/data/v62.0/sobjects/Account", "referenceId": "a", "body": {"Name": "A"}},
              {"method": "GET", "url": "/services/data/v62.0/sobjects/Nothing/describe", "referenceId": "b"}]}
            """;

    private static SalesforceSimulator org;

    private final SalesforceCcComponent component = TestContexts.component(org);
    private CamelContext context;

    @BeforeAll
    static void startOrg() {
        org = SalesforceSimulator.start();
    }

    @AfterAll
    static void stopOrg() {
        org.close();
    }

    @BeforeEach
    void start() {
        component.setPackages("org.camelforce.salesforcecc.dto");
        context = TestContexts.contextWith(component);
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void f23CollectionWhenARecordFailsThenTheHeaderHasTheNumber() {
        Exchange exchange = send(CREATE, List.of(Account.named("Acme"), new Account()));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(FAILED)).isEqualTo(1);
    }

    @Test
    void f23CollectionWhenAllIsDoneThenTheHeaderIsZero() {
        Exchange exchange = send(CREATE + "?failOnPartialError=true", List.of(Account.named("Acme")));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader(FAILED)).isEqualTo(0);
    }

    @Test
    void f23CollectionWhenPartialErrorsFailTheExchangeThenItFailsWithThemAndTheBodyHasTheResults() {
        Exchange exchange = send(CREATE + "?failOnPartialError=true", List.of(Account.named("Acme"), new Account()));

        SalesforceException failure = exchange.getException(SalesforceException.class);
        assertThat(failure).hasMessageContaining("1 of 2 parts failed").hasMessageContaining("REQUIRED_FIELD_MISSING");
        assertThat(failure.getErrors()).hasSize(1);
        List<?> results = exchange.getMessage().getBody(List.class);
        assertThat(results)
                .extracting(each -> ((SaveSObjectResult) each).getSuccess())
                .containsExactly(true, false);
    }

    @Test
    void f23CollectionWhenPartialErrorsFailTheExchangeThenItIsNotRetryable() {
        Exchange exchange = send(CREATE + "?failOnPartialError=true", List.of(Account.named("Acme"), new Account()));

        RequestFailure failure = exchange.getProperty(RequestFailure.PROPERTY, RequestFailure.class);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure.maybeExecuted()).isTrue();
        assertThat(failure.errorCodes()).containsExactly("REQUIRED_FIELD_MISSING");
    }

    @Test
    void f23DeleteWhenARecordIsMissingThenCounted() {
        Exchange exchange = context.createProducerTemplate()
                .request(DELETE, request -> request.getMessage().setHeader("CamelSalesforceSObjectIds", MISSING));

        assertThat(exchange.getMessage().getHeader(FAILED)).isEqualTo(1);
    }

    @Test
    void f23CompositeWhenAPartFailsThenTheExchangeFailsAndTheBodyHasTheResults() {
        SObjectComposite composite = new SObjectComposite("62.0", false);
        composite.addCreate(Account.named("Acme"), "a");
        composite.addGet("Account", MISSING, "b");

        Exchange exchange = send("salesforce-cc:composite?failOnPartialError=true", composite);

        assertThat(exchange.getException(SalesforceException.class))
                .hasMessageContaining("1 of 2 parts failed")
                .hasMessageContaining("NOT_FOUND");
        assertThat(exchange.getMessage().getBody(SObjectCompositeResponse.class).getCompositeResponse())
                .hasSize(2);
    }

    @Test
    void f23CompositeWhenItIsTextThenCountedAndTheRouteReadsIt() {
        Exchange exchange = send("salesforce-cc:composite?rawPayload=true", RAW);

        assertThat(exchange.getMessage().getHeader(FAILED)).isEqualTo(1);
        assertThat(exchange.getMessage().getBody(String.class)).contains("\"referenceId\":\"b\"");
    }

    @Test
    void f23BatchWhenARequestFailsThenCounted() {
        SObjectBatch batch = new SObjectBatch("62.0");
        batch.addCreate(Account.named("Acme"));
        batch.addGet("Account", MISSING);

        Exchange exchange = send("salesforce-cc:composite-batch?apiVersion=62.0", batch);

        assertThat(exchange.getMessage().getHeader(FAILED)).isEqualTo(1);
        assertThat(exchange.getMessage().getBody(SObjectBatchResponse.class).hasErrors())
                .isTrue();
    }

    @Test
    void f23EndpointWhenItSaysNothingThenTheComponentDoes() {
        component.setFailOnPartialError(true);

        assertThat(send(CREATE, List.of(new Account())).getException()).isInstanceOf(SalesforceException.class);
        assertThat(send(CREATE + "?failOnPartialError=false", List.of(new Account()))
                        .getException())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "createSObject", "composite-tree"})
    void r16EndpointWhenItsRequestsHaveNoPartsThenRefusedByName(String operation) {
        assertThatThrownBy(() -> context.createProducerTemplate()
                        .requestBodyAndHeaders(
                                "salesforce-cc:" + operation + "?failOnPartialError=true", "SELECT Id", Map.of()))
                .hasStackTraceContaining("Option failOnPartialError is for composite");
    }

    private Exchange send(String uri, Object body) {
        return context.createProducerTemplate()
                .request(uri, exchange -> exchange.getMessage().setBody(body));
    }
}
