package org.camelforce.salesforcecc.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(300)
class RequestsCommandIT {

    @Test
    void requestsWhenEachSideIsMeasuredThenTheTableHasEachCase() {
        String out = printed("requests", "--rounds=1", "--warm-up-millis=100", "--slice-millis=100", "--callers=2");

        assertThat(out)
                .contains("| query ", "| upsert ", "| create ", "| retrieve ", "| composite ", "| page ")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void instancesWhenThereAreTwentyThenAllSharedThreads() {
        String out = printed("instances", "--instances=1,20", "--sides=SALESFORCE_CC");

        assertThat(threads(out, 20) - threads(out, 1)).isLessThan(19);
    }

    @Test
    void instancesWhenAllAreSubscribedThenTheyShareConnections() {
        String out = printed("instances", "--instances=20", "--subscribed=20", "--sides=SALESFORCE_CC");

        assertThat(out).contains("20 subscribed");
    }

    @Test
    void slowOrgWhenItIsSlowThenNoQueryOfTheOthersFails() {
        String out = printed("slow-org", "--instances=5", "--rounds=1", "--seconds=2", "--per-second=50");

        assertThat(out).contains("| alone ", "| beside ", "ratio ").doesNotContain("NaN");
    }

    private static int threads(String out, int instances) {
        String figures = out.substring(out.indexOf("SALESFORCE_CC: " + instances + " instances: "));
        return Integer.parseInt(figures.split(" ")[3]);
    }

    private static String printed(String... args) {
        StringWriter out = new StringWriter();
        CommandLine program = LoadTestsProgram.commandLine(System::nanoTime, InstantSource.system())
                .setOut(new PrintWriter(out));
        assertThat(program.execute(args)).isZero();
        return out.toString();
    }
}
