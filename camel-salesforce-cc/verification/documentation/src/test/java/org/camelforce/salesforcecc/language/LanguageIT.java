package org.camelforce.salesforcecc.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.language.Reading.Result;
import org.camelforce.salesforcecc.language.Sources.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.languagetool.rules.patterns.AbstractPatternRule;

/** Pages, messages and descriptions are English as LanguageTool and the rules of this project want it. */
class LanguageIT {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();

    private static Proofreader proofreader;
    private static Reading reading;
    private static List<Accepted> accepted;

    @BeforeAll
    static void read() throws IOException {
        proofreader = new Proofreader();
        accepted = Accepted.all();
        reading = Reading.of(ROOT, proofreader);
    }

    @AfterAll
    static void writeSummary() throws IOException {
        Files.writeString(Path.of("target/language.txt"), reading.summary(accepted));
    }

    @ParameterizedTest
    @MethodSource
    void pageWhenReadThenNothingIsFound(Result page) {
        assertThat(Reading.open(page, accepted)).isEmpty();
    }

    static Stream<Result> pageWhenReadThenNothingIsFound() {
        return reading.of(Kind.PAGES);
    }

    @ParameterizedTest
    @MethodSource
    void messagesWhenReadThenNothingIsFound(Result messages) {
        assertThat(Reading.open(messages, accepted)).isEmpty();
    }

    static Stream<Result> messagesWhenReadThenNothingIsFound() {
        return reading.of(Kind.MESSAGES);
    }

    @ParameterizedTest
    @MethodSource
    void descriptionsWhenReadThenNothingIsFound(Result descriptions) {
        assertThat(Reading.open(descriptions, accepted)).isEmpty();
    }

    static Stream<Result> descriptionsWhenReadThenNothingIsFound() {
        return reading.of(Kind.DESCRIPTIONS);
    }

    @Test
    void sourcesWhenReadThenNoneIsForgotten() {
        assertThat(reading.of(Kind.PAGES).mapToInt(Result::texts).sum()).isGreaterThan(40);
        assertThat(reading.of(Kind.MESSAGES).mapToInt(Result::texts).sum()).isGreaterThan(900);
        assertThat(reading.of(Kind.DESCRIPTIONS).mapToInt(Result::texts).sum()).isGreaterThan(200);
    }

    @Test
    void acceptedWhenListedThenFound() {
        List<Finding> findings = reading.results().stream()
                .flatMap(result -> result.findings().stream())
                .toList();

        assertThat(accepted.stream().filter(one -> findings.stream().noneMatch(one::covers)))
                .isEmpty();
    }

    @Test
    void wordWhenListedThenUsed() throws IOException {
        assertThat(WordList.of(Proofreader.WORDS).lines())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .allMatch(reading::uses);
    }

    @ParameterizedTest
    @MethodSource
    void ruleWhenItHasExamplesThenItFindsTheWrongOnesOnly(AbstractPatternRule rule) {
        assertThat(rule.getIncorrectExamples()).isNotEmpty();
        rule.getIncorrectExamples()
                .forEach(example -> assertThat(rules(example.getExample())).contains(rule.getId()));
        rule.getCorrectExamples()
                .forEach(example -> assertThat(rules(example.getExample())).doesNotContain(rule.getId()));
    }

    static List<AbstractPatternRule> ruleWhenItHasExamplesThenItFindsTheWrongOnesOnly() throws IOException {
        return Proofreader.style();
    }

    @Test
    void readWhenASentenceIsTooLongThenFound() {
        assertThat(rules("The route " + "and the route ".repeat(10) + "end.")).contains("LONG_SENTENCE");
    }

    @Test
    void readWhenASentenceIsAListOfNamesThenItIsNotTooLong() {
        assertThat(rules("Code" + ", Code".repeat(40) + ".")).isEmpty();
    }

    @Test
    void readWhenAWordIsMisspelledThenFound() {
        assertThat(rules("The behaviour of a subscribtion.")).containsOnly("MORFOLOGIK_RULE_EN_US");
    }

    @Test
    void readWhenAMessageNamesAnOptionThenItIsNoMisspelling() {
        assertThat(rules("Option maxLoginAttempts must be at least 1, but is {}. See https://acme.example/wrld."))
                .isEmpty();
    }

    @Test
    void readWhenAMessageHasLatinThenItIsNoCode() {
        assertThat(rules("Set the option, e.g. to 5.")).containsExactly("LATIN");
    }

    private static List<String> rules(String text) {
        return proofreader.read(Prose.of("example", text.replaceAll("</?marker>", ""))).stream()
                .map(Finding::rule)
                .toList();
    }
}
