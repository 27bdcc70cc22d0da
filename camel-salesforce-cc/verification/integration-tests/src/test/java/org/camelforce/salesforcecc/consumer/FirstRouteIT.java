package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The applications that the guide begins with, built with its POMs, and its org. */
class FirstRouteIT {

    @TempDir
    Path folder;

    @Test
    void runWhenMadeAsTheGuideSaysThenItsLogShowsTheAccountsOfTheOrg() throws Exception {
        Path target = target("first-route");

        assertThat(run(
                        "-cp",
                        target.resolve("classes") + File.pathSeparator + target.resolve("dependency/*"),
                        "com.acme.MyApplication"))
                .contains("INFO accounts", "Acme", "Borealis", "Cirrus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-route-spring-boot-3", "first-route-spring-boot-4"})
    void runWhenMadeForSpringBootThenItsLogShowsTheAccountsOfTheOrg(String project) throws Exception {
        assertThat(run("-jar", target(project).resolve("first-route-1.0.jar").toString()))
                .contains(" accounts ", "Acme", "Borealis", "Cirrus");
    }

    private static Path target(String project) {
        return Path.of(System.getProperty("consumer.projects"), project, "target");
    }

    private String run(String... application) throws Exception {
        try (SimulatorProcess simulator = new SimulatorProcess(folder)) {
            return run(simulator, application);
        }
    }

    private String run(SimulatorProcess simulator, String... application) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(Java.program(), Java.SHORT_LIVED));
        simulator
                .options()
                .forEach((name, value) -> command.add("-Dcamel.component.salesforce-cc." + name + "=" + value));
        command.add("-Dcamel.main.duration-max-messages=1");
        command.addAll(List.of(application));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
