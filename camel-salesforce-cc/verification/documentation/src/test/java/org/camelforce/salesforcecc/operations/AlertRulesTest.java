package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.internal.metrics.LoginOutcome;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.operations.prometheus.AlertRule;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.token.LoginReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRulesTest {

    private static final Path REPOSITORY = Path.of("../../..");
    private static final String PAGE = "src/docs/alerts.md";
    private static final String TESTS = "src/operations/prometheus/salesforce-cc-alerts.test.yml";
    private static final Map<MeterTag, Enum<?>[]> VALUES = Map.of(
            MeterTag.CAUSE, StreamEnd.Kind.values(),
            MeterTag.REASON, LoginReason.values(),
            MeterTag.OUTCOME, outcomes());

    @Test
    void rulesWhenReadThenEachSaysHowBadItIsAndWhatToDo() throws IOException {
        assertThat(AlertRule.in(REPOSITORY)).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.labels().get("severity")).as(rule.name()).isIn("critical", "warning");
            assertThat(rule.annotations().get("summary").toString())
                    .as(rule.name())
                    .isNotBlank();
            assertThat(rule.annotations().get("description").toString())
                    .as(rule.name())
                    .endsWith(".");
        });
    }

    @Test
    void rulesWhenReadThenTheirNamesAreUnique() throws IOException {
        assertThat(AlertRule.in(REPOSITORY)).extracting(AlertRule::name).doesNotHaveDuplicates();
    }

    @Test
    void runbookWhenARuleNamesItThenHasTheSection() throws IOException {
        List<String> headings = headings();

        assertThat(AlertRule.in(REPOSITORY)).allSatisfy(rule -> {
            assertThat(headings).contains("## `" + rule.name() + "`");
            assertThat(rule.annotations().get("runbook_url"))
                    .isEqualTo(PAGE + "#" + rule.name().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void runbookWhenItHasASectionThenThereIsARule() throws IOException {
        assertThat(headings())
                .containsExactlyElementsOf(AlertRule.in(REPOSITORY).stream()
                        .map(rule -> "## `" + rule.name() + "`")
                        .toList());
    }

    @Test
    void rulesWhenTestedThenEachHasACaseThatFiresAndOneThatDoesNot() throws IOException {
        String tests = Files.readString(REPOSITORY.resolve(TESTS));

        assertThat(AlertRule.in(REPOSITORY)).allSatisfy(rule -> assertThat(tests)
                .contains("name: " + rule.name() + " fires\n", "name: " + rule.name() + " is quiet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {AlertRule.FILE, TESTS})
    void labelsWhenTheirValuesAreConstantsThenTheComponentEmitsThem(String file) throws IOException {
        String text = Files.readString(REPOSITORY.resolve(file));

        assertThat(VALUES).allSatisfy((tag, constants) -> assertThat(values(tag, text))
                .as("%s in %s", tag.key(), file)
                .isSubsetOf(Stream.of(constants).map(MeterTag::value).toList()));
        assertThat(values(MeterTag.OUTCOME, text)).isNotEmpty();
    }

    private static List<String> values(MeterTag tag, String text) {
        return Pattern.compile("\\b" + tag.key() + "(?:=|!=|=~|!~)\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .flatMap(value -> Stream.of(value.split("\\|")))
                .toList();
    }

    private static Enum<?>[] outcomes() {
        return Stream.concat(Stream.of(LoginOutcome.values()), Stream.of(RequestOutcome.values()))
                .toArray(Enum<?>[]::new);
    }

    private static List<String> headings() throws IOException {
        try (Stream<String> lines = Files.lines(REPOSITORY.resolve(PAGE))) {
            return lines.filter(line -> line.startsWith("## ")).toList();
        }
    }
}
