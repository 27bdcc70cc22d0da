package org.camelforce.salesforcecc.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LoadTestsProgramTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void executeWhenHelpIsWantedThenAllScenariosAreListed() {
        assertThat(execute("--help")).isZero();
        assertThat(out.toString())
                .contains("steady-load", "rotation-drill", "endpoint-down", "token-lost", "side-by-side", "token-path")
                .contains("faults", "hunt", "outage", "throughput", "cluster", "bulk");
    }

    @Test
    void executeWhenScenarioIsUnknownThenRefused() {
        assertThat(execute("steady-lode")).isEqualTo(2);
        assertThat(err.toString()).contains("steady-lode");
    }

    private int execute(String... args) {
        return LoadTestsProgram.commandLine(() -> 0, InstantSource.system())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
