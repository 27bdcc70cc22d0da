package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/** The operations of the Bulk APIs under both schemes, in orgs that are alike. */
@Tag("compatibility")
class BulkParityTest {

    @Test
    void bulk2OperationWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        compare(Bulk2Script::run, Duration.ZERO);
    }

    @Test
    void bulkOperationWhenOnlyTheSchemeIsChangedThenAnswersAsUpstream() throws Exception {
        compare(BulkScript::run, Duration.ZERO);
    }

    @Test
    void bulk2AbortQueryJobWhenQueuedThenAnswersAsUpstream() throws Exception {
        compare(Bulk2Script::abortQuery, Duration.ofMinutes(1));
    }

    private interface Script {
        Map<String, String> run(CamelContext context, String scheme) throws Exception;
    }

    private static void compare(Script script, Duration queued) throws Exception {
        Map<String, String> upstream;
        Map<String, String> ours;
        try (SalesforceSimulator org = org(queued)) {
            upstream = answers(script, "salesforce", TestContexts.upstream(org));
        }
        try (SalesforceSimulator org = org(queued)) {
            ours = answers(script, "salesforce-cc", TestContexts.component(org));
        }

        assertThat(ours.keySet()).isEqualTo(upstream.keySet());
        assertThat(ours).allSatisfy((operation, answer) -> {
            assertThat(answer).as(operation).isEqualTo(upstream.get(operation));
            assertThat(answer.startsWith("failed"))
                    .as(operation + ": " + answer)
                    .isEqualTo(operation.contains("refused"));
        });
        System.out.printf(
                "%d calls answer alike under salesforce: and salesforce-cc: %s%n",
                ours.size(), String.join(", ", ours.keySet()));
    }

    private static Map<String, String> answers(Script script, String scheme, SalesforceComponent component)
            throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent(scheme, component);
            context.start();
            return script.run(context, scheme);
        }
    }

    private static SalesforceSimulator org(Duration queued) {
        return SalesforceSimulator.builder()
                .random(new Random(7))
                .time(new ManualTime(Instant.parse("2026-11-20T10:00:00Z")))
                .bulkJobTimes(queued, Duration.ZERO)
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 40)
                                        .asExternalId()
                                        .asUnique()))
                .start();
    }
}
