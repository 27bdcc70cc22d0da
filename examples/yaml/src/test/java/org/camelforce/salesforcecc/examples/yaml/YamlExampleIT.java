package org.camelforce.salesforcecc.examples.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.setup.SchemaFile;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithSalesforceSimulator(settings = YamlExampleIT.WithExternalId.class)
class YamlExampleIT {

    @TempDir
    private Path output;

    @Test
    void runWhenCustomersAreInAFileThenTheOrgHasThemAndTellsOfTheChangesWithOneLogin(SalesforceSimulator org)
            throws Exception {
        Main main = new Main();
        main.addOverrideProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        main.addOverrideProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        main.addOverrideProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        main.addOverrideProperty("output", output.toString());
        try {
            main.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> lines("changes.jsonl").size() == 3
                            && !lines("report.json").isEmpty());
        } finally {
            main.stop();
        }

        assertThat(lines("report.json").get(0)).contains("C-1001", "C-1002", "C-1003");
        assertThat(String.join("", lines("changes.jsonl"))).contains("Acme", "Brightwater", "Zenith");
        assertThat(org.tokenRequests()).isEqualTo(1);
    }

    private List<String> lines(String file) throws IOException {
        Path path = output.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    static final class WithExternalId implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            builder.schema(SchemaFile.read(Path.of("org-schema.json")));
        }
    }
}
