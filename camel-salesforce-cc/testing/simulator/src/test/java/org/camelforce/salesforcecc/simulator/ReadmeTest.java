package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.setup.TestFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the README to what is tested. */
class ReadmeTest {

    private static final String SOURCE = "src/test/java/org/camelforce/salesforcecc/simulator/ReadmeExamplesTest.java";

    @ParameterizedTest
    @ValueSource(strings = {"library", "files", "schema", "rotation", "faults", "time", "bulk", "resources"})
    void javaExampleWhenShownThenIsTheTestedOne(String region) throws IOException {
        Matcher tested = Pattern.compile(
                        " *// tag::" + region + "\\[]\\n(.*?)\\n *// end::" + region + "\\[]", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(SOURCE)));

        assertThat(tested.find()).isTrue();
        assertThat(readme()).contains("```java\n" + tested.group(1).stripIndent() + "\n```");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "seed", "setup"})
    void jsonExampleWhenShownThenIsTheTestedOne(String name) throws IOException {
        Path file =
                switch (name) {
                    case "schema" -> TestFiles.schema();
                    case "seed" -> TestFiles.seed();
                    default -> TestFiles.setup();
                };

        assertThat(new ObjectMapper().readTree(file.toFile()).isObject()).isTrue();
        assertThat(readme()).contains("```json\n" + Files.readString(file) + "```");
    }

    @ParameterizedTest
    @EnumSource
    void faultsWhenListedThenEachPointIsThere(FaultPoint point) throws IOException {
        assertThat(readme()).contains("`" + point + "`");
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
