package org.camelforce.salesforcecc.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BenchmarksProgramTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void executeWhenHelpIsWantedThenAllScenariosAreListed() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString()).contains("steady-load", "rotation-drill", "endpoint-down", "token-lost", "all");
    }

    @Test
    void executeWhenScenarioIsUnknownThenRefused() {
        assertThat(execute("steady-lode")).isEqualTo(2);
        assertThat(err.toString()).contains("steady-lode");
    }

    @Test
    void tableWhenPrintedThenEachColumnIsAsWideAsItsWidestCell() {
        assertThat(new Table("", "ours").row("failed", 0))
                .hasToString(
                        """
                |        | ours |
                | ------ | ---- |
                | failed | 0    |
                """
                                .replace("\n", System.lineSeparator()));
    }

    private int execute(String... args) {
        return BenchmarksProgram.commandLine(() -> 0)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
