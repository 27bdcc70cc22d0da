package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README of test-junit5 shows is what a test here runs. */
class ReadmeTest {

    private static final Path README_OF_TEST_JUNIT5 = Path.of("../../camel-salesforce-cc/testing/junit5/README.md");
    private static final Path JAVA = Path.of("src/test/java/org/camelforce/salesforcecc/examples/quickstart");

    @Test
    void readmeOfTestJunit5WhenItShowsATestThenItIsTheFile() throws IOException {
        assertThat(Files.readString(README_OF_TEST_JUNIT5))
                .contains(block("java", withoutPackage(JAVA.resolve("AccountsTest.java"))));
    }

    private static String withoutPackage(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.indexOf('\n')).strip() + "\n";
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text + "```\n";
    }
}
