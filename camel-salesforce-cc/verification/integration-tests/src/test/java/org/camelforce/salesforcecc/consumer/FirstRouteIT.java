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

/** The POM, the class with main and the org that the guide begins with. */
class FirstRouteIT {

    @TempDir
    Path folder;

    @Test
    void runWhenMadeAsTheGuideSaysThenItsLogShowsTheAccountsOfTheOrg() throws Exception {
        try (SimulatorProcess simulator = new SimulatorProcess(folder)) {
            assertThat(run(simulator)).contains("INFO accounts", "Acme", "Borealis", "Cirrus");
        }
    }

    private String run(SimulatorProcess simulator) throws Exception {
        Path target = Path.of(System.getProperty("consumer.projects"), "first-route", "target");
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(Java.program(), Java.SHORT_LIVED));
        simulator
                .options()
                .forEach((name, value) -> command.add("-Dcamel.component.salesforce-cc." + name + "=" + value));
        command.addAll(List.of(
                "-Dcamel.main.duration-max-messages=1",
                "-cp",
                target.resolve("classes") + File.pathSeparator + target.resolve("dependency/*"),
                "com.acme.MyApplication"));
        Process application = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(application.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            application.destroyForcibly();
        }
        return Files.readString(output);
    }
}
