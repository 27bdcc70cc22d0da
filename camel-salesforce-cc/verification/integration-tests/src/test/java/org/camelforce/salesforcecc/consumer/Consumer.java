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

/** An application that the build has made from a local repository of its own. */
final class Consumer {

    private final Path jar;

    /** @param project its folder below {@code src/it} */
    Consumer(String project) {
        jar = Path.of(System.getProperty("consumer.projects"), project, "target", "consumer.jar");
    }

    /**
     * Runs it until it ends.
     *
     * @param folder its working directory
     * @return what it has printed
     */
    String run(SimulatorProcess simulator, Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(Java.program(), Java.SHORT_LIVED));
        command.addAll(simulator.jvmArguments());
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString(), "--server.port=0"));
        command.add("--management.endpoint.health.show-details=always");
        command.addAll(simulator.properties());
        command.addAll(List.of(arguments));
        Process consumer = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(consumer.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            consumer.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(consumer.exitValue()).as(printed).isZero();
        return printed;
    }

    /** @return the names of the jars that it has inside */
    List<String> libraries() throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                Stream<String> names = file.stream().map(entry -> entry.getName())) {
            return names.filter(name -> name.startsWith("BOOT-INF/lib/"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    .toList();
        }
    }
}
