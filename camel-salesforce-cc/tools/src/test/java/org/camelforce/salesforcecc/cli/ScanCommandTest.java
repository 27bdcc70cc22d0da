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
                        "application.properties:1:1: logs in with username and password",
                        "  - camel.component.salesforce.password=***",
                        "    (remove)",
                        "1 place to change");
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

    @Test
    void scanWhenAFileIsNotReadThenExitCodeCountsIt() throws Exception {
        Files.writeString(folder.resolve("call.py"), "salesforce\n");

        ProgramRun run = new ProgramRun(Map.of(), "scan", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("not read: call.py", "0 places to change, 1 file not read");
    }

    @Test
    void scanWhenPlacesHaveToBeLookedAtThenSaysSo() throws Exception {
        Files.writeString(folder.resolve(".env"), "SALESFORCE_PASSWORD=open-sesame\n");

        ProgramRun run = new ProgramRun(Map.of(), "scan", folder.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .startsWith(
                        ".env:1:1: look here: a user or password for Salesforce, which nothing needs after the move",
                        "  - SALESFORCE_PASSWORD=***",
                        "0 places to change, 1 to look at");
    }

    @Test
    void scanWhenChangesAreAppliedThenFilesHaveThemAndTheRestIsListed() throws Exception {
        passwords(1);
        Files.writeString(folder.resolve("a.properties"), "camel.component.salesforce.packages=com.acme\n");
        Files.writeString(folder.resolve(".env"), "SALESFORCE_PASSWORD=open-sesame\n");

        ProgramRun run = new ProgramRun(Map.of(), "scan", "--apply", folder.toString());

        assertThat(run.out().lines())
                .startsWith("changed: a.properties", "changed: application.properties")
                .contains("0 places to change, 1 to look at");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(folder.resolve("application.properties")).isEmptyFile();
        assertThat(folder.resolve("a.properties"))
                .content()
                .isEqualTo("camel.component.salesforce-cc.packages=com.acme\n");
    }

    @Test
    void scanWhenALoginUrlIsGivenThenItIsWritten() throws Exception {
        Files.writeString(
                folder.resolve("a.properties"), "camel.component.salesforce.login-url=https://login.salesforce.com\n");

        ProgramRun run = new ProgramRun(
                Map.of(), "scan", "--apply", "--login-url=https://acme.my.salesforce.com", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("a.properties"))
                .content()
                .isEqualTo("camel.component.salesforce-cc.login-url=https://acme.my.salesforce.com\n");
    }

    @Test
    void scanWhenAPatchIsWantedThenPrintsNothingElseAndTheRestAsErrors() throws Exception {
        passwords(1);
        Files.writeString(folder.resolve("a.properties"), "camel.component.salesforce.packages=com.acme\n");
        Files.writeString(folder.resolve(".env"), "SALESFORCE_PASSWORD=open-sesame\n");

        ProgramRun run = new ProgramRun(Map.of(), "scan", "--patch", folder.toString());

        assertThat(run.out())
                .isEqualTo("diff --git a/a.properties b/a.properties\n--- a/a.properties\n+++ b/a.properties\n"
                        + "@@ -1,1 +1,1 @@\n-camel.component.salesforce.packages=com.acme\n"
                        + "+camel.component.salesforce-cc.packages=com.acme\n");
        assertThat(run.err().lines())
                .containsExactly(
                        ".env:1:1: look here: a user or password for Salesforce, which nothing needs after the move",
                        "application.properties:1: not in the patch, which would print a secret; --apply writes it");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void scanWhenTheProjectUsesClientCredentialsThenAllIsNeeded() throws Exception {
        Files.writeString(
                folder.resolve("a.properties"), "camel.component.salesforce.authentication-type=CLIENT_CREDENTIALS\n");

        ProgramRun run = new ProgramRun(Map.of(), "scan", folder.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Not listed: 1 place of the replaced component", "--all");
        assertThat(new ProgramRun(Map.of(), "scan", "--all", folder.toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void scanWhenTwoKindsOfOutputAreWantedThenSaysSo() {
        ProgramRun run = new ProgramRun(Map.of(), "scan", "--apply", "--patch", folder.toString());

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).contains("mutually exclusive");
    }

    @Test
    void scanWhenLoginUrlIsNoUrlThenSaysSo() {
        ProgramRun run = new ProgramRun(Map.of(), "scan", "--login-url=acme", folder.toString());

        assertThat(run.exitCode()).isEqualTo(126);
        assertThat(run.err()).contains("--login-url is the org's My Domain URL");
    }

    @Test
    void scanWhenHelpIsWantedThenNamesTheKindsOfFilesAndTheOptions() {
        ProgramRun run = new ProgramRun(Map.of(), "scan", "--help");

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("--login-url", "--all", "--json", "--patch", "--apply")
                .contains(".cfg, YAML, .env, Dockerfiles, scripts, JSON, XML", "Java, Kotlin and Groovy");
    }

    private void passwords(int count) throws Exception {
        Files.writeString(
                folder.resolve("application.properties"), "camel.component.salesforce.password=x1\n".repeat(count));
    }
}
