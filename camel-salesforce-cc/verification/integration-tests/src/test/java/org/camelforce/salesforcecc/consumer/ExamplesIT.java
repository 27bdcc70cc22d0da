package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build has copied and built the examples; this runs the commands of their READMEs. */
class ExamplesIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"quickstart, camel:run, Done", "https, camel:run, Found    1 account"})
    void commandOfReadmeWhenTheFolderIsCopiedThenRunsToItsEnd(String example, String goal, String last)
            throws Exception {
        try (RunningExample running = start(example, goal, Map.of())) {
            assertThat(running.awaitEnd()).contains(last);
        }
    }

    @ParameterizedTest
    @CsvSource({"cluster, exec:exec, Active   node-1", "spring-boot, exec:exec@drill, Synced   1000 customers"})
    void commandOfReadmeWhenTheFolderIsCopiedThenStarts(String example, String goal, String first) throws Exception {
        try (RunningExample running = start(example, goal, Map.of())) {
            running.awaitSign(() -> running.printed().contains(first));
        }
    }

    @Test
    void commandOfReadmeWhenTheYamlExampleIsCopiedThenWritesTheReport() throws Exception {
        Path report = new ExampleCopy("yaml").file("target/output/report.json");
        Files.deleteIfExists(report);
        Path schema = new ExampleCopy("yaml").file("org-schema.json");
        try (SimulatorProcess simulator = new SimulatorProcess(folder, "--empty", "--schema", schema.toString());
                RunningExample running = start(
                        "yaml",
                        "camel:run",
                        Map.of(
                                "SALESFORCE_LOGIN_URL", simulator.options().get("login-url"),
                                "SALESFORCE_CLIENT_ID", simulator.options().get("client-id"),
                                "SALESFORCE_CLIENT_SECRET", simulator.options().get("client-secret")))) {
            running.awaitSign(
                    () -> Files.exists(report) && Files.readString(report).contains("C-1003"));
        }
    }

    @Test
    void featuresWhenTheKarafExampleIsCopiedThenTheirRepositoryHasTheBundle() {
        assertThat(new ExampleCopy("bundles/karaf")
                        .file("target/features-repo/org/camelforce/camel-salesforce-cc-example-karaf"))
                .isDirectoryRecursivelyContaining("glob:**.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "cluster, exec:exec, Lost     none",
        "spring-boot, exec:exec@drill, Failed   none",
        "bundles/karaf, exec:exec@drill, Logins   2"
    })
    @EnabledIfSystemProperty(named = "examples.complete", matches = "true")
    void commandOfReadmeWhenThereIsTimeThenRunsToItsEnd(String example, String goal, String last) throws Exception {
        try (RunningExample running = start(example, goal, Map.of())) {
            assertThat(running.awaitEnd()).contains(last);
        }
    }

    private RunningExample start(String example, String goal, Map<String, String> environment) throws Exception {
        return new ExampleCopy(example).start(goal, environment, folder.resolve("output"));
    }
}
