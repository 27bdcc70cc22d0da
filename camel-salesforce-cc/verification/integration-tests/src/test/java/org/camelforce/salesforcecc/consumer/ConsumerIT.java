package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build has made the applications below {@code src/it} from a local repository of their own. */
class ConsumerIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-3-with-import", "spring-boot-4-with-import"})
    void runWhenStarterIsTheOnlyDependencyThenQueriesAndReceivesEvents(String project) throws Exception {
        try (SimulatorProcess simulator = new SimulatorProcess(folder)) {
            String printed = new Consumer(project).run(simulator, folder, "--account=Acme", "--create");

            assertThat(printed).contains("query: true", "streaming: true", "pub/sub: true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-3-with-parent", "spring-boot-4-with-parent"})
    void runWhenWebAndActuatorThenShowsHealthAndReceivesWhatItMissed(String project) throws Exception {
        try (SimulatorProcess simulator = new SimulatorProcess(folder)) {
            Consumer consumer = new Consumer(project);

            assertThat(consumer.run(simulator, folder, "--account=Acme", "--create"))
                    .contains("query: true", "streaming: true", "pub/sub: true")
                    .containsPattern(
                            "health: \\{.*\"salesforce-cc\":\\{.*\"status\":\"UP\".*AccountChangeEvent:streaming.*");

            new Org(simulator.options()).createAccount("Umbrella");

            assertThat(consumer.run(simulator, folder, "--account=Umbrella"))
                    .contains("query: true", "streaming: true", "pub/sub: true");
        }
    }

    @Test
    void packageWhenSpringBoot3ManagesJettyThenHasItBesidesTheOneInside() throws IOException {
        assertThat(new Consumer("spring-boot-3-with-parent").libraries())
                .anyMatch(library -> library.startsWith("jetty-server-12.0."))
                .noneMatch(library -> library.startsWith("camel-salesforce-4"));
    }

    @Test
    void packageWhenSpringBoot3HasNoWebServerThenHasNoJettyButTheOneInside() throws IOException {
        assertThat(new Consumer("spring-boot-3-with-import").libraries())
                .anyMatch(library -> library.startsWith("camel-salesforce-cc-shaded-"))
                .noneMatch(library -> library.startsWith("jetty-") || library.startsWith("cometd-"));
    }

    @Test
    void packageWhenSpringBoot4ManagesJettyThenServerAndClientAreOfOneVersion() throws IOException {
        List<String> libraries = new Consumer("spring-boot-4-with-parent").libraries();

        assertThat(libraries)
                .filteredOn(library -> library.matches("jetty-(server|client|util|io|http)-\\d.*"))
                .hasSize(5)
                .allMatch(library -> library.contains("-12.1."));
        assertThat(libraries).noneMatch(library -> library.startsWith("camel-salesforce-cc-shaded-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-4-with-parent", "spring-boot-4-with-import"})
    void packageWhenSpringBoot4ThenCamelIsOfOneVersionButItsClient(String project) throws IOException {
        assertThat(new Consumer(project).libraries())
                .filteredOn(library ->
                        library.matches("camel-[a-z0-9-]+?-\\d.*") && !library.startsWith("camel-salesforce"))
                .hasSizeGreaterThan(20)
                .allMatch(library -> library.contains("-" + System.getProperty("spring-boot-4.camel.version")));
    }

    @Test
    void packageWhenCamelsClientIsChosenThenHasThatOne() throws IOException {
        assertThat(new Consumer("spring-boot-4-with-import").libraries())
                .contains("camel-salesforce-" + System.getProperty("spring-boot-4.camel-salesforce.newest") + ".jar");
    }

    @Test
    void repositoryWhenConsumersAreBuiltThenHasWhatTheyNeed() {
        assertThat(Path.of(System.getProperty("consumer.repository"), "org/springframework/boot"))
                .isDirectory();
    }
}
