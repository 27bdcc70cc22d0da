package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README of test-junit5 shows is what a test of the quickstart runs. */
class ReadmeTest {

    private static final Path README_OF_TEST_JUNIT5 =
            Project.ROOT.resolve("camel-salesforce-cc/testing/junit5/README.md");
    private static final Path JAVA =
            Project.ROOT.resolve("examples/quickstart/src/test/java/org/camelforce/salesforcecc/examples/quickstart");

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
