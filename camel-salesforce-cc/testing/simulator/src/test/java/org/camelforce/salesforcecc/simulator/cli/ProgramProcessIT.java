package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own. */
class ProgramProcessIT {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGTERM")
    void sigtermWhenServingThenEndsWithCodeZero() throws Exception {
        process = start("--port", "0");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().filter("Stop it with Ctrl-C."::equals).findFirst())
                    .isPresent();

            process.destroy();

            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void startWhenPortInUseThenEndsWithCodeOne() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            process = start("--port", Integer.toString(other.getLocalPort()));

            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
        }
    }

    private Process start(String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorProgram.class.getName());
        builder.command().addAll(List.of(args));
        return builder.redirectError(folder.resolve("err.txt").toFile()).start();
    }
}
