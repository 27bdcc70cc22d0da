package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithSalesforceSimulator
class RotateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void rotateWhenAFileIsGivenThenItHoldsThePairThatIsCurrentNow(SalesforceSimulator org) throws Exception {
        String former = org.getClientSecret();
        Path file = folder.resolve("salesforce.json");

        ProgramRun run = new ProgramRun(environment(org), "rotate", "--write-to=" + file);

        ConsumerDetails current = org.app().consumer();
        JsonNode stored = new ObjectMapper().readTree(Files.readString(file));
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(stored.path("consumerKey").asText()).isEqualTo(current.key());
        assertThat(stored.path("consumerSecret").asText())
                .isEqualTo(current.secret())
                .isNotEqualTo(former);
        assertThat(stored.path("baseUri").asText()).isEqualTo(org.getLoginUrl());
        assertThat(run.out() + run.err()).doesNotContain(former, current.secret());
    }

    @Test
    void rotateWhenAFolderIsGivenThenOneFileForEachValue(SalesforceSimulator org) throws Exception {
        ProgramRun run = new ProgramRun(environment(org), "rotate", "--write-to=" + folder);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(folder.resolve("consumerSecret")).trim())
                .isEqualTo(org.app().consumer().secret());
    }

    @Test
    void rotateWhenItIsADryRunThenNothingChanges(SalesforceSimulator org) {
        ConsumerDetails before = org.app().consumer();

        ProgramRun run = new ProgramRun(environment(org), "rotate", "--dry-run");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("Nothing was changed; a rotation can be made.");
        assertThat(org.app().consumer()).isEqualTo(before);
        assertThat(org.app().rotation().staged()).isEmpty();
    }

    @Test
    void rotateWhenNothingIsSaidAboutWhereToStoreThenRefused(SalesforceSimulator org) {
        ProgramRun run = new ProgramRun(environment(org), "rotate");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_ARGUMENT);
        assertThat(run.err()).contains("Missing --write-to");
    }

    @Test
    void rotateWhenTheSecretIsWrongThenExitCodeIsOneAndTheReason(SalesforceSimulator org) {
        ProgramRun run = new ProgramRun(
                Map.of(
                        "SALESFORCE_LOGIN_URL",
                        org.getLoginUrl(),
                        "SALESFORCE_CLIENT_ID",
                        org.getClientId(),
                        "SALESFORCE_CLIENT_SECRET",
                        "wrong"),
                "rotate",
                "--dry-run");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("clientSecret");
    }

    @Test
    void transportWhenSalesforceIsSilentThenItWaitsAsLongAsTheRotation() {
        RotateCommand command = new RotateCommand(Map.of(), question -> null);

        assertThat(command.transport().idleTimeoutMillis()).isEqualTo(60_000);
    }

    private static Map<String, String> environment(SalesforceSimulator org) {
        return Map.of(
                "SALESFORCE_LOGIN_URL",
                org.getLoginUrl(),
                "SALESFORCE_CLIENT_ID",
                org.getClientId(),
                "SALESFORCE_CLIENT_SECRET",
                org.getClientSecret());
    }
}
