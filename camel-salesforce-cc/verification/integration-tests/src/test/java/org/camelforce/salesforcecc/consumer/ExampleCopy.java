package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A copy of an example, which the build has made in an empty folder and built from a local repository of its own. */
final class ExampleCopy {

    private static final Path SETTINGS = Path.of("src/it/settings.xml");
    private static final String SURROUNDING = "@localRepositoryUrl@";

    private final Path folder;

    /** @param name its folder below {@code examples} */
    ExampleCopy(String name) {
        folder = Path.of(System.getProperty("consumer.examples"), name).toAbsolutePath();
    }

    /** A file of the copy. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Starts the command of the README that has a goal, with nothing added but where artifacts are.
     *
     * @param goal of Maven
     * @param environment what a user exports before
     * @param output gets what it prints
     */
    RunningExample start(String goal, Map<String, String> environment, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("consumer.maven"), "bin", "mvn").toString(),
                "-gs",
                settings(output.resolveSibling("settings.xml")).toString(),
                "-Dmaven.repo.local=" + System.getProperty("consumer.repository")));
        command.addAll(Arrays.asList(fromReadme(goal).substring("mvn ".length()).split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SALESFORCE_") || name.startsWith("MAVEN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", Java.SHORT_LIVED + " " + System.getProperty("consumer.retries"));
        builder.environment().putAll(environment);
        return new RunningExample(builder.start(), output);
    }

    private String fromReadme(String goal) throws IOException {
        List<String> commands = Files.readAllLines(folder.resolve("README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("mvn ") && line.endsWith(" " + goal))
                .distinct()
                .toList();
        assertThat(commands).as("commands with the goal " + goal).hasSize(1);
        return commands.get(0);
    }

    private static Path settings(Path file) throws IOException {
        String surrounding =
                Path.of(System.getProperty("consumer.surrounding")).toUri().toString();
        return Files.writeString(file, Files.readString(SETTINGS).replace(SURROUNDING, surrounding));
    }
}
