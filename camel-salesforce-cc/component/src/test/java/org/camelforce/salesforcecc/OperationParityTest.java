package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same route text with the scheme changed, in two orgs that are alike. */
@Tag("compatibility")
class OperationParityTest {

    private static final List<String> MEANT_TO_FAIL = List.of("query malformed", "getSObject deleted");

    @Test
    void operationWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        Map<String, String> upstream;
        Map<String, String> ours;
        try (SalesforceSimulator org = org()) {
            upstream = answers("salesforce", TestContexts.upstream(org));
        }
        try (SalesforceSimulator org = org()) {
            ours = answers("salesforce-cc", TestContexts.component(org));
        }

        assertThat(ours.keySet()).isEqualTo(upstream.keySet());
        assertThat(ours).allSatisfy((operation, answer) -> {
            assertThat(answer).as(operation).isEqualTo(upstream.get(operation));
            assertThat(answer.startsWith("failed")).as(operation).isEqualTo(MEANT_TO_FAIL.contains(operation));
        });
        System.out.printf(
                "%d calls answer alike under salesforce: and salesforce-cc: %s%n",
                ours.size(), String.join(", ", ours.keySet()));
    }

    private static Map<String, String> answers(String scheme, SalesforceComponent component) throws Exception {
        component.setPackages("org.camelforce.salesforcecc.dto");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent(scheme, component);
            context.start();
            return new OperationScript(context, scheme).run();
        }
    }

    private static SalesforceSimulator org() {
        return SalesforceSimulator.builder()
                .random(new Random(7))
                .time(new ManualTime(Instant.parse("2026-11-20T10:00:00Z")))
                .queryBatchSize(3)
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 40)
                                        .asExternalId()
                                        .asUnique()))
                .start();
    }
}
