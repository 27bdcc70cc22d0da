package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

    @TempDir
    private Path folder;

    @Test
    void scanWhenLinesHaveToChangeThenExitCodeCountsThem() throws Exception {
        passwords(1);

        ProgramRun run = new ProgramRun(Map.of(), "scan", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .startsWith(
                        "application.properties:1: logs in with username and password",
                        "  - camel.component.salesforce.password=***",
                        "    (remove this line)",
                        "1 line(s) to change");
    }

    @Test
    void scanWhenThereAreVeryManyThenExitCodeIsCapped() throws Exception {
        passwords(300);

        assertThat(new ProgramRun(Map.of(), "scan", folder.toString()).exitCode())
                .isEqualTo(125);
    }

    @Test
    void scanWhenJsonIsWantedThenPrintsNothingElse() throws Exception {
        passwords(2);

        ProgramRun run = new ProgramRun(Map.of(), "scan", "--json", folder.toString());

        assertThat(new ObjectMapper().readTree(run.out()).path("findings").findValuesAsText("line"))
                .containsExactly("1", "2");
    }

    @Test
    void scanWhenNothingIsFoundThenExitCodeIsZero() {
        assertThat(new ProgramRun(Map.of(), "scan", folder.toString()).exitCode())
                .isZero();
    }

    @Test
    void scanWhenFolderIsMissingThenSaysSo() {
        ProgramRun run = new ProgramRun(Map.of(), "scan", folder.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).contains("is not a folder");
    }

    private void passwords(int count) throws Exception {
        Files.writeString(
                folder.resolve("application.properties"), "camel.component.salesforce.password=x1\n".repeat(count));
    }
}
