package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camelforce.salesforcecc.auth.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the READMEs show is what the tests run. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path README_OF_TEST_JUNIT5 = Path.of("../../camel-salesforce-cc/test-junit5/README.md");
    private static final Path JAVA = Path.of("src/test/java/org/camelforce/salesforcecc/examples/quickstart");
    private static final Path RESOURCES = Path.of("src/test/resources/readme");

    @ParameterizedTest
    @ValueSource(strings = {"FirstRoute.java", "TwoOrgs.java"})
    void readmeWhenItShowsJavaThenItIsTheFile(String file) throws IOException {
        assertThat(Files.readString(README)).contains(block("java", withoutPackage(JAVA.resolve(file))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-route.xml", "first-route.yaml", "one-org.properties", "two-orgs.properties"})
    void readmeWhenItShowsAResourceThenItIsTheFile(String file) throws IOException {
        String language = file.substring(file.indexOf('.') + 1);

        assertThat(Files.readString(README)).contains(block(language, Files.readString(RESOURCES.resolve(file))));
    }

    @ParameterizedTest
    @EnumSource
    void readmeWhenALoginCanBeRefusedThenNamesTheReason(RejectionReason reason) throws IOException {
        assertThat(Files.readString(README)).contains("| `" + reason + "` |");
    }

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
