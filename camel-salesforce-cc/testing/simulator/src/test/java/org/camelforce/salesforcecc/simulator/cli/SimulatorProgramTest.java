package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.setup.TestFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorProgramTest {

    private static final String PREFIX = "camel.component.salesforce-cc.";

    @Test
    void runWhenUpThenPrintedPropertiesLogIn() {
        ProgramRun run = new ProgramRun(started -> assertThat(started.login()).contains("access_token"));

        assertThat(run.execute("--port", "0")).isZero();
        assertThat(run.out().lines())
                .contains("Properties to copy:", "The same as environment variables:")
                .anyMatch(line -> line.matches("camel\\.component\\.salesforce-cc\\.login-url=http://127.0.0.1:\\d+"))
                .anyMatch(line -> line.matches("camel\\.component\\.salesforce-cc\\.client-id=3MVG9.{80}"))
                .anyMatch(line -> line.matches("camel\\.component\\.salesforce-cc\\.client-secret=[0-9A-F]{64}"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void runWhenUpThenPrintsTheConsolesAddress() {
        ProgramRun run = new ProgramRun();

        run.execute("--port", "0");

        assertThat(run.out().lines()).anyMatch(line -> line.matches("See what .* at http://127.0.0.1:\\d+/"));
    }

    @Test
    void runWhenNoConsoleIsAskedForThenPrintsNoAddress() {
        ProgramRun run = new ProgramRun();

        run.execute("--port", "0", "--no-console");

        assertThat(run.out()).doesNotContain("See what");
    }

    @Test
    void runWhenUpThenPrintsTheSameAsEnvironmentVariables() throws IOException {
        ProgramRun run = new ProgramRun();

        run.execute("--port", "0");

        Properties printed = new Properties();
        printed.load(new StringReader(run.out()));
        assertThat(printed)
                .containsEntry("SALESFORCE_LOGIN_URL", printed.get(PREFIX + "login-url"))
                .containsEntry("SALESFORCE_CLIENT_ID", printed.get(PREFIX + "client-id"))
                .containsEntry("SALESFORCE_CLIENT_SECRET", printed.get(PREFIX + "client-secret"));
    }

    @Test
    void runWhenStoppedThenPortIsClosed() {
        ProgramRun run = new ProgramRun();

        run.execute("--port", "0");

        assertThatExceptionOfType(ConnectException.class).isThrownBy(run::login);
    }

    @Test
    void runWhenCredentialsInEnvironmentThenTheyAreUsed() {
        ProgramRun run = new ProgramRun();

        run.execute(Map.of("SIMULATOR_CLIENT_ID", "key", "SIMULATOR_CLIENT_SECRET", "word"), "--port", "0");

        assertThat(run.out().lines()).contains(PREFIX + "client-id=key", PREFIX + "client-secret=word");
    }

    @Test
    void runWhenCredentialsAlsoInArgumentsThenThoseAreUsed() {
        ProgramRun run = new ProgramRun();

        run.execute(
                Map.of("SIMULATOR_CLIENT_ID", "key", "SIMULATOR_CLIENT_SECRET", "word"),
                "--port=0",
                "--client-id=other",
                "--client-secret=secret");

        assertThat(run.out().lines()).contains(PREFIX + "client-id=other", PREFIX + "client-secret=secret");
    }

    @Test
    void runWhenOrgIsDescribedThenItIsLikeThat() {
        ProgramRun run = new ProgramRun();

        run.execute(
                "--port=0",
                "--org-id=00Dxx0000000001",
                "--run-as=robot@acme.example",
                "--api-version=62.0",
                "--token-issue=fresh_each_time",
                "--session-timeout=15");

        assertThat(run.out())
                .startsWith("Salesforce org 00Dxx0000000001")
                .contains("API version 62.0, Run As user robot@acme.example.");
    }

    @Test
    void runWhenSchemaAndSeedThenRecordsAreThere() {
        ProgramRun run = new ProgramRun(started -> assertThat(started.query("SELECT Account__r.Name FROM Invoice__c"))
                .contains("\"totalSize\":1", "\"Name\":\"Acme\""));

        int exitCode = run.execute(
                "--port=0",
                "--schema",
                TestFiles.schema().toString(),
                "--seed",
                TestFiles.seed().toString());

        assertThat(run.err()).isEmpty();
        assertThat(exitCode).isZero();
    }

    @Test
    void runWhenNothingIsAskedForThenAFirstRouteFindsAccountsAndAnEvent() {
        ProgramRun run = new ProgramRun(started -> {
            assertThat(started.query("SELECT Name FROM Account")).contains("Acme", "Borealis", "Cirrus");
            assertThat(started.get("sobjects/Order__e/describe")).contains("Number__c");
        });

        assertThat(run.execute("--port=0")).isZero();
    }

    @Test
    void runWhenEmptyThenNoAccountAndNoEvent() {
        ProgramRun run = new ProgramRun(started -> {
            assertThat(started.query("SELECT Name FROM Account")).contains("\"totalSize\":0");
            assertThat(started.get("sobjects/Order__e/describe")).contains("NOT_FOUND");
        });

        assertThat(run.execute("--port=0", "--empty")).isZero();
    }

    @Test
    void runWhenSeedIsGivenThenNoOtherAccounts() {
        ProgramRun run = new ProgramRun(started -> assertThat(started.query("SELECT Name FROM Account"))
                .contains("Acme")
                .doesNotContain("Borealis"));

        assertThat(run.execute("--port=0", "--schema=" + TestFiles.schema(), "--seed=" + TestFiles.seed()))
                .isZero();
    }

    @Test
    void runWhenBoundToALoopbackAddressThenItIsPrinted() {
        ProgramRun run = new ProgramRun(started -> assertThat(started.login()).contains("access_token"));

        assertThat(run.execute("--port=0", "--bind=127.0.0.2")).isZero();
        assertThat(run.out()).contains("login-url=http://127.0.0.2:", "at http://127.0.0.2:");
    }

    @Test
    void runWhenBoundToAllAddressesThenPrintedUrlsHaveTheGivenHost() {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", "--bind=0.0.0.0", "--host=salesforce"))
                .isZero();
        assertThat(run.out()).contains("login-url=http://salesforce:", "at http://salesforce:");
    }

    @Test
    void runWhenSeedDoesNotFitThenOneSentenceAndCodeOne(@TempDir Path folder) throws IOException {
        Path seed = Files.writeString(folder.resolve("seed.json"), "{\"Account\": [\n{\"Colour\": \"red\"}]}");
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", "--seed", seed.toString())).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(seed + ": line 2: Account.0: INVALID_FIELD");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void runWhenPortInUseThenOneSentenceAndCodeOne() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            ProgramRun run = new ProgramRun();

            assertThat(run.execute("--port", Integer.toString(other.getLocalPort())))
                    .isEqualTo(1);
            assertThat(run.err().lines())
                    .containsExactly("cannot listen on 127.0.0.1:" + other.getLocalPort()
                            + ": Address already in use (--help lists the options for addresses and ports).");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=x",
                "--port=65536",
                "--console-port=-1",
                "--bind=everywhere",
                "--bind=1.2.3",
                "--host=http://acme",
                "--trust-store=a.p12",
                "--certificate=a.pem",
                "--colour=red",
                "--org-id=001",
                "--api-version=67",
                "--api-version=30.0",
                "--session-timeout=soon",
                "--session-timeout=0",
                "--session-timeout=PT-1S",
                "--token-issue=never",
                "--client-id=",
                "--client-secret="
            })
    void runWhenArgumentIsWrongThenOneSentenceThatNamesItAndCodeTwo(String argument) {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute(argument)).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().endsWith("(--help lists the options).");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void runWhenHelpAskedThenListsOptions() {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--help")).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("Default: 8280.", "--port", "--seed", "--client-secret", "$SIMULATOR_CLIENT_SECRET");
    }

    @Test
    void helpWhenOptionIsListedThenTheReadmeExplainsIt() throws IOException {
        ProgramRun run = new ProgramRun();
        run.execute("--help");

        String readme = Files.readString(Path.of("README.md"));
        assertThat(Pattern.compile("--[a-z][a-z-]+").matcher(run.out()).results())
                .hasSizeGreaterThan(10)
                .allSatisfy(option -> assertThat(readme).contains("`" + option.group()));
    }

    @Test
    void runWhenVersionAskedThenPrintsThatOfTheBuild() {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--version")).isZero();
        assertThat(run.out().strip()).matches("salesforce-simulator \\d+\\.\\d+\\.\\d+\\S*");
    }
}
