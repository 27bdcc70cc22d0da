package org.camelforce.salesforcecc.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private final Queue<Runnable> given = new ArrayDeque<>();
    private long now;

    @Test
    void silenceWhenTheThreadAnswersThenZero() {
        Heartbeat heartbeat = new Heartbeat(Runnable::run, () -> now);
        heartbeat.silence();
        pass(Duration.ofHours(1));

        assertThat(heartbeat.silence()).isZero();
    }

    @Test
    void silenceWhenTheThreadOwesAnAnswerThenSinceItWasAsked() {
        Heartbeat heartbeat = new Heartbeat(given::add, () -> now);
        heartbeat.silence();
        pass(Duration.ofSeconds(70));

        assertThat(heartbeat.silence()).isEqualTo(Duration.ofSeconds(70));
        assertThat(given).hasSize(1);
    }

    @Test
    void silenceWhenTheThreadIsStoppedThenZero() {
        Heartbeat heartbeat = new Heartbeat(
                task -> {
                    throw new RejectedExecutionException();
                },
                () -> now);
        heartbeat.silence();
        pass(Duration.ofHours(1));

        assertThat(heartbeat.silence()).isZero();
    }

    @Test
    void livenessWhenAThreadIsStuckForAMinuteThenDown() {
        ThreadsHealthCheck check = check(Runnable::run, given::add);
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);

        pass(Duration.ofSeconds(59));
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);

        pass(Duration.ofSeconds(1));
        HealthCheck.Result stuck = check.call();
        assertThat(stuck.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(stuck.getMessage().orElseThrow()).contains("subscriptions is stuck");
        assertThat(stuck.getDetails()).containsEntry(ThreadsHealthCheck.SUBSCRIPTIONS_THREAD_SILENT_SECONDS, 60L);
    }

    @Test
    void livenessWhenTheStuckThreadGoesOnThenUp() {
        ThreadsHealthCheck check = check(given::add, Runnable::run);
        check.call();
        pass(Duration.ofSeconds(90));
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.DOWN);

        given.remove().run();

        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void livenessWhenAskedForItsKindThenNotReadiness() {
        ThreadsHealthCheck check = check(Runnable::run, Runnable::run);

        assertThat(check.isLiveness()).isTrue();
        assertThat(check.isReadiness()).isFalse();
    }

    private ThreadsHealthCheck check(Executor token, Executor subscriptions) {
        ThreadsHealthCheck check = new ThreadsHealthCheck(
                "test", new Heartbeat(token, () -> now), new Heartbeat(subscriptions, () -> now));
        check.setCamelContext(new org.apache.camel.impl.DefaultCamelContext());
        return check;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
