package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in XML, under both schemes. */
@Tag("compatibility")
@WithSalesforceSimulator
class XmlFormatParityTest {

    /** Camel sends it as JSON, whatever option {@code format} says. */
    @ParameterizedTest
    @ValueSource(strings = {"salesforce", "salesforce-cc"})
    void createSObjectWhenFormatIsXmlThenRefusedAsJson(String scheme, SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(scheme, org)) {
            Exchange answer = create(context, scheme, "<Account><Name>Acme</Name></Account>");

            assertThat(answer.getException()).isInstanceOfSatisfying(SalesforceException.class, failure -> {
                assertThat(failure.getStatusCode()).isEqualTo(400);
                assertThat(failure.getErrors())
                        .extracting(RestError::getErrorCode)
                        .containsExactly("JSON_PARSER_ERROR");
            });
        }
        assertThat(org.records().query("SELECT Name FROM Account")).isEmpty();
    }

    private static CamelContext started(String scheme, SalesforceSimulator org) {
        SalesforceComponent component =
                scheme.equals("salesforce") ? TestContexts.upstream(org) : TestContexts.component(org);
        CamelContext context = new DefaultCamelContext();
        context.addComponent(scheme, component);
        context.start();
        return context;
    }

    private static Exchange create(CamelContext context, String scheme, String body) {
        return context.createProducerTemplate()
                .request(
                        scheme + ":createSObject?sObjectName=Account&format=XML&rawPayload=true",
                        exchange -> exchange.getIn().setBody(body));
    }
}
