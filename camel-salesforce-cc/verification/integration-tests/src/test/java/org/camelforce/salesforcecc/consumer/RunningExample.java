package org.camelforce.salesforcecc.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Maven with an example, and the processes that the example starts. */
final class RunningExample implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process maven;
    private final Path output;

    RunningExample(Process maven, Path output) {
        this.maven = maven;
        this.output = output;
    }

    /** What has been printed so far. */
    String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a sign of life; fails with what was printed if it ends without one. */
    void awaitSign(Callable<Boolean> sign) {
        AtomicBoolean seen = new AtomicBoolean();
        await().atMost(PATIENCE).until(() -> {
            boolean ended = !maven.isAlive();
            seen.set(sign.call());
            return seen.get() || ended;
        });
        assertThat(seen).as(printed()).isTrue();
    }

    /** Waits until it has ended by itself, and returns what it has printed. */
    String awaitEnd() throws InterruptedException {
        assertThat(maven.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(printed())
                .isTrue();
        assertThat(maven.exitValue()).as(printed()).isZero();
        return printed();
    }

    @Override
    public void close() throws InterruptedException {
        Stream.concat(maven.descendants(), Stream.of(maven.toHandle()))
                .toList()
                .forEach(ProcessHandle::destroyForcibly);
        maven.waitFor();
    }
}
