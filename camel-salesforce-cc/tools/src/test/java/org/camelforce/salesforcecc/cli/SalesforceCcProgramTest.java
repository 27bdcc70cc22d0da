package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesforceCcProgramTest {

    @Test
    void runWhenThereIsNoCommandThenNamesTheCommands() {
        ProgramRun run = new ProgramRun(Map.of());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_ARGUMENT);
        assertThat(run.err().lines()).containsExactly("Choose one of doctor, rotate, scan (--help lists the options).");
    }

    @Test
    void runWhenCommandIsUnknownThenNamesTheCommands() {
        ProgramRun run = new ProgramRun(Map.of(), "doktor");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_ARGUMENT);
        assertThat(run.err().lines())
                .containsExactly(
                        "Unknown command doktor: choose one of doctor, rotate, scan" + " (--help lists the options).");
    }

    @Test
    void runWhenOptionOfCommandIsUnknownThenNamesTheOption() {
        ProgramRun run = new ProgramRun(Map.of(), "doctor", "--client=key");

        assertThat(run.err().lines()).containsExactly("Unknown argument --client (--help lists the options).");
    }
}
