package org.camelforce.salesforcecc.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(300)
class BulkCommandIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine program = LoadTestsProgram.commandLine(System::nanoTime, InstantSource.system())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));

    @Test
    void executeWhenHeapIsSmallThenEachRowIsStoredAndReadOnce() {
        int exitCode = program.execute("bulk", "--rows=20000", "--page-rows=3000", "--heap=64");

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains(
                        "20000 rows stored, 0 failed, 20000 read back, 0 more than once", "rows/s", "heap of the org");
        assertThat(exitCode).isZero();
    }

    @Test
    void executeWhenTheOrgDoesNotStartThenErrorSaysWhy() {
        int exitCode = program.execute("bulk", "--heap=1");

        assertThat(err.toString()).contains("the org has not started", "Too small maximum heap");
        assertThat(exitCode).isEqualTo(1);
    }
}
