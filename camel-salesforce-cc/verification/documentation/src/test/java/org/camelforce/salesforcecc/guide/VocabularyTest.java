package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.guide.Identifiers.Identifier;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, descriptions of options, meters, log events and names in Java use the words of the glossary. */
class VocabularyTest {

    private static final Path MODULES = Project.ROOT.resolve("camel-salesforce-cc");

    @Test
    void ofWhenAWordIsBannedThenFileLineAndTheWordToUse() {
        assertThat(Vocabulary.of("page.md", "A line.\nThe events that\nit has in\nhand, its pace."))
                .containsExactly(
                        "page.md:4: pace. Write: backoff, throttled",
                        "page.md:3: in hand. Write: in flight, already claimed by");
    }

    @ParameterizedTest
    @CsvSource({
        "Salesforce refused the login.",
        "A login was refused.",
        "A refused token.",
        "Tokens that are refused.",
        "Events may be delivered anew."
    })
    void ofWhenAWordIsBannedThenFound(String text) {
        assertThat(Vocabulary.of("page.md", text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"The option is refused.", "Connection refused", "Space and pacemaker, set-in-handling.", "Unsettled"})
    void ofWhenAWordIsAnotherOneThenNothing(String text) {
        assertThat(Vocabulary.of("page.md", text)).isEmpty();
    }

    /** The descriptions of all options are in the page of options, those of JMX in the page for operators. */
    @ParameterizedTest
    @MethodSource
    void pageWhenReadThenWithoutBannedWords(Path page) throws IOException {
        assertThat(Vocabulary.of(Project.ROOT.relativize(page).toString(), Files.readString(page)))
                .isEmpty();
    }

    static List<Path> pageWhenReadThenWithoutBannedWords() throws IOException {
        return new Repository(Project.ROOT).markdown();
    }

    @ParameterizedTest
    @EnumSource
    void meterWhenItIsEmittedThenWithoutBannedWords(SalesforceCcMeter meter) {
        assertThat(Vocabulary.of(meter.name(), meter.id() + "\n" + meter.description()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eventWhenItCanBeLoggedThenWithoutBannedWords(LogEvent event) {
        assertThat(Vocabulary.of(event.name(), event.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "internal/subscription/A.java, IntakePolicy",
        "internal/subscription/A.java, wasSound",
        "internal/subscription/A.java, progress",
        "internal/subscription/Dispatcher.java, refusals",
        "internal/subscription/Dispatcher.java, REFUSED_TASKS",
        "internal/threads/ThreadPools.java, handOverPool",
        "internal/threads/ThreadPools.java, isTurnedAway",
        "token/TokenPolicy.java, usablePaceMost"
    })
    void ofNameWhenAWordIsBannedThenFound(String file, String name) {
        assertThat(Vocabulary.ofName("src/main/java/org/camelforce/salesforcecc/" + file, words(name)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LoginOptions.java, refuseFormerNames",
        "request/RequestRefusedException.java, RequestRefusedException",
        "subscription/SubscriptionStatus.java, progress",
        "internal/subscription/StatusReport.java, progress",
        "internal/session/A.java, signed",
        "internal/session/A.java, isAtLeast",
        "internal/session/A.java, spacing"
    })
    void ofNameWhenTheWordIsRightThenNothing(String file, String name) {
        assertThat(Vocabulary.ofName("src/main/java/org/camelforce/salesforcecc/" + file, words(name)))
                .isEmpty();
    }

    @Test
    void inWhenAFileDeclaresNamesThenEachWithItsLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("A.java");
        Files.writeString(
                file,
                """
                package a;

                /** A refusal. */
                record A(int aField) {
                    private static final String HTTP_URL2 = "a refusal";

                    A {}

                    void aMethod(int aParameter) {
                        Runnable aVariable = () -> java.util.List.of().forEach(inLambda -> {});
                    }
                }
                """);

        assertThat(Identifiers.in(List.of(file)))
                .extracting(Identifier::line, Identifier::name, Identifier::words)
                .contains(
                        tuple(4L, "A", "a"),
                        tuple(4L, "aField", "a field"),
                        tuple(5L, "HTTP_URL2", "http url2"),
                        tuple(9L, "aMethod", "a method"),
                        tuple(9L, "aParameter", "a parameter"),
                        tuple(10L, "aVariable", "a variable"),
                        tuple(10L, "inLambda", "in lambda"));
    }

    @Test
    void namesWhenTheyAreDeclaredThenWithoutBannedWords() throws IOException {
        List<Identifier> declared = Identifiers.in(published());

        assertThat(declared).hasSizeGreaterThan(5_000);
        assertThat(declared.stream().flatMap(VocabularyTest::banned)).isEmpty();
    }

    private static String words(String name) {
        return new Identifier(Path.of("A.java"), 1, name).words();
    }

    private static Stream<String> banned(Identifier declared) {
        String file = Project.ROOT.relativize(declared.file()).toString();
        return Vocabulary.ofName(file, declared.words()).stream()
                .map(found -> file + ":" + declared.line() + ": " + declared.name() + ": " + found);
    }

    private static List<Path> published() throws IOException {
        return new Repository(MODULES)
                .files(".java").stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file -> !file.startsWith(MODULES.resolve("verification")))
                        .toList();
    }
}
