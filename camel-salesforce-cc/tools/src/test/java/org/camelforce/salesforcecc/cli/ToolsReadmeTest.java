package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs that the README of this module shows are those of the program. */
@WithSalesforceSimulator
class ToolsReadmeTest {

    private static final String FENCE = "```\n";
    private static final String LEFT_OUT = "...";

    @Test
    void doctorWhenTheOrgIsASimulatorThenTheLinesOfTheReadme(SalesforceSimulator org) throws Exception {
        Map<String, String> environment = Map.of(
                "SALESFORCE_LOGIN_URL", org.getLoginUrl(),
                "SALESFORCE_CLIENT_ID", org.getClientId(),
                "SALESFORCE_CLIENT_SECRET", org.getClientSecret());

        ProgramRun run = new ProgramRun(environment, "doctor", "--without", "pub-sub");

        assertThat(run.out().lines().map(ToolsReadmeTest::withoutCounts))
                .containsSubsequence(outputOf("## doctor")
                        .lines()
                        .filter(line -> !line.equals(LEFT_OUT))
                        .map(ToolsReadmeTest::withoutCounts)
                        .toList());
    }

    @Test
    void scanWhenTheProjectIsThatOfTheReadmeThenItsOutput(@TempDir Path folder) throws Exception {
        Path resources = Files.createDirectories(folder.resolve("src/main/resources"));
        Files.writeString(
                resources.resolve("application.properties"),
                """
                # Salesforce
                crm.poll=60000
                camel.component.salesforce.password=open-sesame
                camel.component.salesforce.client-id=3MVG9...
                """);
        Files.writeString(
                folder.resolve("compose.yaml"),
                """
                services:
                  crm:
                    image: acme/crm
                    ports:
                      - 8080:8080
                    environment:
                      SALESFORCE_PASSWORD: open-sesame
                """);

        assertThat(new ProgramRun(Map.of(), "scan", folder.toString()).out()).isEqualTo(outputOf("## scan"));
    }

    /** Ports and numbers differ from run to run, but the number of checks does not. */
    private static String withoutCounts(String line) {
        return line.endsWith(" skipped") ? line : line.replaceAll("\\d+", "N").replace("N login in", "N logins in");
    }

    /** The first block without a language below the heading. */
    private static String outputOf(String heading) throws IOException {
        String page = Files.readString(Path.of("README.md"));
        int start = page.indexOf("\n" + FENCE, page.indexOf(FENCE, page.indexOf(heading)) + FENCE.length())
                + FENCE.length()
                + 1;
        return page.substring(start, page.indexOf(FENCE, start));
    }
}
