package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.TrustTestTls;
import org.camelforce.salesforcecc.architecture.GeneratedSection;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;
import org.camelforce.salesforcecc.operations.ParityDifference.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of {@code camel-salesforce}, with its component and with this one, in orgs that are alike. */
@ExtendWith(TrustTestTls.class)
@TestInstance(Lifecycle.PER_CLASS)
class OperationParityIT {

    private static final GeneratedSection SECTION =
            new GeneratedSection(Path.of("../../src/docs/camel-salesforce.md"), "operations");

    private final Comparison.Runner runner = new Comparison.Runner();

    @Tag("compatibility")
    @ParameterizedTest
    @MethodSource("cases")
    void callWhenOnlyTheSchemeIsChangedThenItsOutcomeIsUpstreams(OperationCase operationCase) throws Exception {
        Comparison made = runner.of(operationCase);

        Set<String> unexpected = made.differences();
        differences(operationCase).forEach(difference -> unexpected.removeAll(difference.parts()));
        assertThat(made.ours().only(unexpected)).isEqualTo(made.upstream().only(unexpected));
    }

    @Tag("compatibility")
    @ParameterizedTest
    @MethodSource("cases")
    void callWhenMadeByThisComponentThenItIsAnsweredOrDeniedAsMeant(OperationCase operationCase) throws Exception {
        Outcome ours = runner.of(operationCase).ours();

        assertThat(ours.denied()).as("%s", ours.parts()).isEqualTo(operationCase.result() == Result.DENIED);
        assertThat(operationCase.expected())
                .allSatisfy(text -> assertThat(ours.parts().toString()).contains(text));
    }

    @Tag("compatibility")
    @ParameterizedTest
    @MethodSource
    void rawPayloadWhenTheOperationDoesNotReadItThenTheOutcomeIsThatOfDto(OperationCase operationCase)
            throws Exception {
        OperationCase dto = cases().filter(other -> other.form() == Form.DTO
                        && other.operation() == operationCase.operation()
                        && other.result() == operationCase.result()
                        && other.title().equals(operationCase.title()))
                .findFirst()
                .orElseThrow();

        assertThat(runner.of(operationCase).ours().summary())
                .isEqualTo(runner.of(dto).ours().summary());
    }

    @Tag("repository")
    @ParameterizedTest
    @MethodSource
    void differenceWhenItIsIntendedThenItIsThere(ParityDifference difference) throws Exception {
        Set<String> found = new TreeSet<>();
        for (OperationCase operationCase : cases().filter(difference::concerns).toList()) {
            found.addAll(runner.of(operationCase).differences());
        }

        assertThat(found).containsAll(difference.parts());
    }

    @Tag("repository")
    @ParameterizedTest
    @MethodSource
    void casesWhenCamelSalesforceHasAnOperationThenThereIsOneForEachFormAndResult(OperationName operation) {
        Set<String> missing = new TreeSet<>();
        for (Form form : Form.values()) {
            for (Result result : Result.values()) {
                if (cases().noneMatch(found ->
                        found.operation() == operation && found.form() == form && found.result() == result)) {
                    missing.add(form + " " + result);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Tag("repository")
    @Test
    void guideWhenOperationsOrOutcomesChangeThenItsTableDoesToo() throws Exception {
        List<Comparison> all = new ArrayList<>();
        for (OperationCase operationCase : cases().toList()) {
            all.add(runner.of(operationCase));
        }
        String table = new OperationsTable(all).text();

        assertThat(SECTION.committed())
                .as("copy %s into src/docs/camel-salesforce.md", SECTION.write(table))
                .isEqualTo(table);
    }

    Stream<OperationCase> cases() {
        return runner.cases().stream();
    }

    Stream<OperationCase> rawPayloadWhenTheOperationDoesNotReadItThenTheOutcomeIsThatOfDto() {
        return cases().filter(found -> found.form() == Form.RAW
                && RawPayload.isIgnoredBy(found.operation())
                && !ParityDifference.varies(found));
    }

    static Stream<ParityDifference> differenceWhenItIsIntendedThenItIsThere() {
        return ParityDifference.all().stream().filter(difference -> difference.kind() == Kind.INTENDED);
    }

    static Stream<OperationName> casesWhenCamelSalesforceHasAnOperationThenThereIsOneForEachFormAndResult() {
        return Arrays.stream(OperationName.values());
    }

    private static List<ParityDifference> differences(OperationCase operationCase) {
        return ParityDifference.all().stream()
                .filter(difference -> difference.concerns(operationCase))
                .toList();
    }
}
