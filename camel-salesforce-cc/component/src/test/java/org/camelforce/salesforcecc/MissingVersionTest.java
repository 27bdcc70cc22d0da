package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.NoSuchSObjectException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Salesforce answers 404 for a record that is missing, and for a version of the API that it does not have. */
class MissingVersionTest {

    private static final String MISSING = "?sObjectName=Account&sObjectId=001000000000999AAA&rawPayload=true";
    private static final String VERSIONS = "/services/data";

    private final SalesforceSimulator org = SalesforceSimulator.start();
    private CamelContext context;

    @BeforeEach
    void start() {
        context = TestContexts.contextWith(TestContexts.component(org));
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        org.close();
    }

    @Test
    void f13GetWhenTheOrgLacksTheVersionThenItFailsAndNamesTheOption() {
        Exchange exchange = get(MISSING + "&apiVersion=99.0&notFoundBehaviour=NULL");

        SalesforceException failure = exchange.getException(SalesforceException.class);
        assertThat(failure)
                .isNotInstanceOf(NoSuchSObjectException.class)
                .hasMessageContaining("99.0")
                .hasMessageContaining("option apiVersion");
        assertThat(failure.getStatusCode()).isEqualTo(404);
        assertThat(failure.getErrors()).extracting(RestError::getErrorCode).containsExactly("NOT_FOUND");
    }

    @Test
    void f13GetWhenTheRecordIsMissingThenTheOrgIsAskedForItsVersionsOnce() {
        Exchange first = get(MISSING + "&notFoundBehaviour=NULL");
        Exchange second = get(MISSING + "&notFoundBehaviour=NULL&sObjectFields=Name");

        assertThat(first.getException()).isNull();
        assertThat(first.getMessage().getBody()).isNull();
        assertThat(second.getMessage().getBody()).isNull();
        assertThat(org.requestLog())
                .filteredOn(request -> request.path().equals(VERSIONS))
                .hasSize(1);
    }

    private Exchange get(String options) {
        return context.createProducerTemplate().request("salesforce-cc:getSObject" + options, request -> {});
    }
}
