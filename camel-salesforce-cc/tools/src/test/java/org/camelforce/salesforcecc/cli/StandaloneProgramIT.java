package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.support.ChildJvm;
import org.camelforce.salesforcecc.test.support.RefusingPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file with all libraries, in a process of its own. */
class StandaloneProgramIT {

    @TempDir
    private Path folder;

    @Test
    void doctorWhenRunAsOneFileThenExaminesTheOrg() throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.start();
                RefusingPort refusing = new RefusingPort()) {
            int port = refusing.number();

            int exitCode = run(
                    Map.of(
                            "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                            "SALESFORCE_CLIENT_ID", org.getClientId(),
                            "SALESFORCE_CLIENT_SECRET", org.getClientSecret()),
                    "doctor",
                    "--pub-sub-host=localhost",
                    "--pub-sub-port=" + port);

            assertThat(out())
                    .contains(
                            "[passed ] Streaming API: A client can connect", "[failed ] Pub/Sub API: localhost:" + port)
                    .contains("Connection refused")
                    .doesNotContain(org.getClientSecret());
            assertThat(exitCode).isEqualTo(1);
            assertThat(folder.resolve("err.txt")).isEmptyFile();
        }
    }

    @Test
    void doctorWhenAHostDoesNotResolveThenNothingButTheReport() throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            run(
                    Map.of(
                            "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                            "SALESFORCE_CLIENT_ID", org.getClientId(),
                            "SALESFORCE_CLIENT_SECRET", org.getClientSecret()),
                    "doctor",
                    "--allowed-hosts=nowhere.invalid",
                    "--pub-sub-host=nowhere.invalid");

            assertThat(out()).contains("[failed ] Pub/Sub API: nowhere.invalid:7443 is not reached");
            assertThat(folder.resolve("err.txt")).isEmptyFile();
        }
    }

    @Test
    void scanWhenRunAsOneFileThenCountsLines() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("application.yaml"), "camel.component.salesforce.password: x1\n");

        assertThat(run(Map.of(), "scan", project.toString())).isEqualTo(1);
        assertThat(out()).startsWith("application.yaml:1:1: logs in with username and password");
    }

    private int run(Map<String, String> environment, String... args) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command());
        builder.command().addAll(List.of("-jar", System.getProperty("cli.standalone")));
        builder.command().addAll(List.of(args));
        builder.environment().putAll(environment);
        return builder.redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start()
                .waitFor();
    }

    private String out() throws Exception {
        return Files.readString(folder.resolve("out.txt"));
    }
}
