package org.camelforce.salesforcecc.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(120)
class TokenPathCommandIT {

    @Test
    void executeWhenBothVersionsAreThisOneThenTheTableHasEachCall() {
        StringWriter out = new StringWriter();
        CommandLine program = LoadTestsProgram.commandLine(System::nanoTime, InstantSource.system())
                .setOut(new PrintWriter(out));

        assertThat(program.execute("token-path", "--rounds=1", "--warm-up-millis=5", "--slices=1", "--slice-millis=5"))
                .isZero();

        assertThat(out.toString()).contains("| request ", "| renewal ").contains("| request whose token is rejected ");
    }
}
