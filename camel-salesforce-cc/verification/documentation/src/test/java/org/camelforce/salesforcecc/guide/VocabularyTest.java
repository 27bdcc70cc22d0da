package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, descriptions of options, meters and log events use the words of the glossary. */
class VocabularyTest {

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
}
