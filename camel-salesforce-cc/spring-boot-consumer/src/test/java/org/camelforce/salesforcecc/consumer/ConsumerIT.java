package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build has made the applications below {@code src/it} from a local repository of their own. */
class ConsumerIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"with-parent", "with-import"})
    void runWhenStarterIsTheOnlyDependencyThenQueriesAndReceivesEvents(String project) throws Exception {
        Path output = folder.resolve("output");
        try (SimulatorProcess simulator = new SimulatorProcess(folder)) {
            List<String> command = new ArrayList<>(List.of(Java.program()));
            command.addAll(simulator.jvmArguments());
            command.addAll(List.of("-jar", application(project).toString(), "--server.port=0"));
            command.addAll(simulator.properties());
            Process consumer = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(consumer.waitFor(3, TimeUnit.MINUTES)).isTrue();
            } finally {
                consumer.destroyForcibly();
            }

            assertThat(Files.readString(output)).contains("query: true", "streaming: true", "pub/sub: true");
            assertThat(consumer.exitValue()).isZero();
        }
    }

    @Test
    void packageWhenSpringBootManagesJettyThenHasItBesidesTheOneInside() throws IOException {
        assertThat(libraries("with-parent"))
                .anyMatch(library -> library.startsWith("jetty-server-12.0."))
                .noneMatch(library -> library.startsWith("camel-salesforce-4"));
    }

    @Test
    void packageWhenThereIsNoWebServerThenHasNoJettyButTheOneInside() throws IOException {
        assertThat(libraries("with-import"))
                .anyMatch(library -> library.startsWith("camel-salesforce-cc-with-jetty-"))
                .noneMatch(library -> library.startsWith("jetty-") || library.startsWith("cometd-"));
    }

    @Test
    void repositoryWhenConsumersAreBuiltThenHasWhatTheyNeed() {
        assertThat(Path.of(System.getProperty("consumer.repository"), "org/springframework/boot"))
                .isDirectory();
    }

    private static Path application(String project) {
        return Path.of(System.getProperty("consumer.projects"), project, "target", "consumer.jar");
    }

    private static List<String> libraries(String project) throws IOException {
        try (JarFile jar = new JarFile(application(project).toFile());
                Stream<String> names = jar.stream().map(entry -> entry.getName())) {
            return names.filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .toList();
        }
    }
}
