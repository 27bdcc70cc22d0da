package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A test that starts a process is an integration test, {@code *IT}. */
class UnitTestsTest {

    private static final Pattern PROCESS =
            Pattern.compile("\\bnew ProcessBuilder\\(|\\bEmbeddedPostgres\\b|\\bnew Browser\\(");

    @Test
    void unitTestsWhenReadThenNoneStartsAProcess() throws IOException {
        assertThat(new Repository(Project.ROOT).files("Test.java").stream().filter(file -> PROCESS.matcher(text(file))
                        .find()))
                .isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
