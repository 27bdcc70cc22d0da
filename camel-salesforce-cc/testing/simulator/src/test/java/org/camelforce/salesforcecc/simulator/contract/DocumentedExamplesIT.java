package org.camelforce.salesforcecc.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator answers as the guides say, and as an org has answered if there is a recording. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentedExamplesIT {

    private SalesforceSimulator simulator;
    private OrgConnection org;

    @BeforeAll
    void start() {
        simulator = ContractOrg.start();
        org = new OrgConnection(ContractOrg.login(simulator));
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource
    void exampleWhenRunThenDiffersOnlyWhereItsFileSays(Example example) {
        ExampleRun run = ExampleRun.of(org, example);

        assertThat(run.refusal()).as("refusal of the setup").isEmpty();
        assertThat(unexplained(example, run.differences()))
                .as("differences from the guide")
                .isEmpty();
        assertThat(run.differences().stream().flatMap(difference -> example.explanations(difference).stream()))
                .as("known differences that are still there")
                .containsAll(example.differs().keySet());
        Optional<JsonNode> recorded = Recordings.committed().of(example);
        assertThat(recorded.map(recording -> unexplained(example, Shape.differences(recording, run.reduced())))
                        .orElse(List.of()))
                .as("differences from the recording")
                .isEmpty();
    }

    private static List<Difference> unexplained(Example example, List<Difference> differences) {
        return differences.stream()
                .filter(difference -> example.explanations(difference).isEmpty())
                .toList();
    }

    static List<Example> exampleWhenRunThenDiffersOnlyWhereItsFileSays() {
        return Examples.all();
    }

    @Test
    void examplesWhenReadThenTheirNamesAreUnique() {
        assertThat(Examples.all())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(Example::name)
                .doesNotHaveDuplicates();
    }
}
