package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.RefusingPort;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an org without the Pub/Sub API, so that this check fails unless it is left out. */
@WithSalesforceSimulator
class DoctorCommandIT {

    @AutoClose
    private final RefusingPort refusing = new RefusingPort();

    @TempDir
    private Path folder;

    @Test
    void doctorWhenOnlyPubSubIsMissingThenExitCodeIsOne(SalesforceSimulator org) throws Exception {
        ProgramRun run = new ProgramRun(
                environment(org), "doctor", "--pub-sub-host=localhost", "--pub-sub-port=" + refusing.number());

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out().lines())
                .contains("Salesforce login at " + org.getLoginUrl())
                .contains("[passed ] Client credentials flow: The app offers it")
                .anyMatch(line -> line.startsWith("[failed ] Pub/Sub API: localhost:"))
                .contains("If the integration does not use what failed, leave it out: --without pub-sub");
        assertThat(run.out()).doesNotContain(org.getClientSecret());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void doctorWhenPubSubIsNotUsedThenExitCodeIsZero(SalesforceSimulator org) {
        ProgramRun run = new ProgramRun(environment(org), "doctor", "--without=pub-sub,introspection");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("[skipped] Pub/Sub API: left out as asked for")
                .doesNotContain("leave it out");
    }

    @Test
    void doctorWhenCheckCannotBeLeftOutThenSaysSo(SalesforceSimulator org) {
        assertThat(new ProgramRun(environment(org), "doctor", "--without=scopes").err())
                .startsWith("The check scopes cannot be left out");
        assertThat(new ProgramRun(environment(org), "doctor", "--without=x").err())
                .contains("'x' is no check");
    }

    @Test
    void doctorWhenThereIsNoTimeThenNamesTheArgument(SalesforceSimulator org) {
        ProgramRun run = new ProgramRun(environment(org), "doctor", "--timeout=0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_ARGUMENT);
        assertThat(run.err()).startsWith("--timeout must be at least 1 second, but is 0");
    }

    @Test
    void doctorWhenMoreIsBrokenThenExitCodeCountsIt(SalesforceSimulator org) throws Exception {
        ProgramRun run = new ProgramRun(
                environment(org),
                "doctor",
                "--expected-org=00D000000000001",
                "--pub-sub-host=localhost",
                "--pub-sub-port=" + refusing.number());

        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void doctorWhenJsonIsWantedThenPrintsNothingElse(SalesforceSimulator org) throws Exception {
        org.app().setRunAsUsername(null);

        ProgramRun run = new ProgramRun(environment(org), "doctor", "--json");

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(report.path("failures").asInt()).isEqualTo(1);
        assertThat(report.path("checks").findValuesAsText("status")).contains("passed", "failed", "skipped");
    }

    @Test
    void doctorWhenSecretIsInAFileThenThatIsUsed(SalesforceSimulator org) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), org.getClientSecret() + "\n");

        ProgramRun run = new ProgramRun(
                Map.of("SALESFORCE_CLIENT_SECRET", "another"),
                "doctor",
                "--login-url=" + org.getLoginUrl(),
                "--client-id=" + org.getClientId(),
                "--client-secret-file=" + file,
                "--pub-sub-host=localhost",
                "--pub-sub-port=" + refusing.number());

        assertThat(run.out()).contains("[passed ] Consumer key and secret");
    }

    @Test
    void doctorWhenSecretIsNowhereThenAsksForIt(SalesforceSimulator org) throws Exception {
        ProgramRun run = new ProgramRun(
                Map.of(),
                question -> question.equals("Consumer secret")
                        ? org.getClientSecret().toCharArray()
                        : null,
                "doctor",
                "--login-url=" + org.getLoginUrl(),
                "--client-id=" + org.getClientId(),
                "--pub-sub-host=localhost",
                "--pub-sub-port=" + refusing.number());

        assertThat(run.out()).contains("[passed ] Consumer key and secret");
    }

    @Test
    void doctorWhenThereIsNoTerminalThenSaysWhatIsMissing() {
        ProgramRun run = new ProgramRun(Map.of(), "doctor", "--login-url=http://localhost:1", "--client-id=key");

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("Missing the consumer secret: set SALESFORCE_CLIENT_SECRET or"
                        + " --client-secret-file (--help lists the options).");
    }

    @Test
    void doctorWhenLoginUrlIsMissingThenSaysSo() {
        ProgramRun run = new ProgramRun(Map.of(), "doctor");

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).startsWith("Missing --login-url, or the environment variable SALESFORCE_LOGIN_URL");
    }

    @Test
    void doctorWhenSecretIsAnArgumentThenRefusedWithoutRepeatingIt() {
        ProgramRun run = new ProgramRun(Map.of(), "doctor", "--client-secret=open-sesame");

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).contains("--client-secret-file").doesNotContain("open-sesame");
    }

    @Test
    void programWhenNoCommandThenNamesThem() {
        ProgramRun run = new ProgramRun(Map.of());

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).contains("doctor", "scan");
    }

    @Test
    void programWhenVersionIsAskedForThenItIsTheBuilds() {
        assertThat(new ProgramRun(Map.of(), "--version").out()).matches("(?s)salesforce-cc \\d+\\.\\d+\\.\\d+.*");
    }

    private static Map<String, String> environment(SalesforceSimulator org) {
        return Map.of(
                "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                "SALESFORCE_CLIENT_ID", org.getClientId(),
                "SALESFORCE_CLIENT_SECRET", org.getClientSecret());
    }
}
