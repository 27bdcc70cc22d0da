package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upstream sends a body again after a 401 only if it sees that answer, so the org has to read the body first. */
@Tag("compatibility")
@WithSalesforceSimulator
class UpstreamRejectedUploadIT {

    private static final int TIMES = 10;

    @ParameterizedTest
    @ValueSource(ints = {100, 20_000, 200_000, 2_000_000})
    void createSObjectWhenTokenRejectedThenUpstreamSendsAgain(int length, SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce", TestContexts.upstream(org));
            context.start();
            for (int i = 0; i < TIMES; i++) {
                org.sessions().endAll();

                Exchange answer = context.createProducerTemplate()
                        .request(
                                "salesforce:createSObject?sObjectName=Account&rawPayload=true",
                                exchange -> exchange.getIn().setBody("{\"Name\":\"Acme\"" + " ".repeat(length) + "}"));

                assertThat(answer.getException()).isNull();
            }
        }

        assertThat(org.records().query("SELECT Id FROM Account")).hasSize(TIMES);
    }
}
