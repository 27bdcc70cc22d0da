package org.camelforce.salesforcecc.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionProgress;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionHealthCheckTest {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(140);

    @Test
    void callWhenOpenThenUpWithDetails() {
        HealthCheck.Result health = call(status(SubscriptionState.OPEN, null, null, true, Duration.ofSeconds(3), null));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry(SubscriptionHealthCheck.CHANNEL, "/event/Order__e")
                .containsEntry(SubscriptionHealthCheck.NAME, "orders")
                .containsEntry(SubscriptionHealthCheck.STATE, "OPEN")
                .containsEntry(SubscriptionHealthCheck.LAST_EVENT_SECONDS, 9L)
                .containsEntry(SubscriptionHealthCheck.LAST_KEEPALIVE_SECONDS, 3L)
                .containsEntry(SubscriptionHealthCheck.LAG_SECONDS, 2L)
                .containsEntry(SubscriptionHealthCheck.COMMIT_LAG, 4)
                .containsEntry(SubscriptionHealthCheck.IN_FLIGHT, 1)
                .containsEntry(SubscriptionHealthCheck.POSITION, "number:42")
                .doesNotContainKeys(SubscriptionHealthCheck.PROBLEM, SubscriptionHealthCheck.REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"59, UP", "60, DOWN"})
    void callWhenWithoutAStreamThenDownAfterAMinute(long seconds, HealthCheck.State expected) {
        HealthCheck.Result health = call(
                status(SubscriptionState.BACKING_OFF, Duration.ofSeconds(seconds), "FAILED: reset", false, null, null));

        assertThat(health.getState()).isEqualTo(expected);
    }

    @Test
    void callWhenWithoutAStreamThenMessageNamesTheProblem() {
        HealthCheck.Result health =
                call(status(SubscriptionState.BACKING_OFF, Duration.ofSeconds(75), "FAILED: reset", false, null, null));

        assertThat(health.getMessage()).hasValue("No stream for 75 s: FAILED: reset");
        assertThat(health.getDetails()).containsKey(SubscriptionHealthCheck.REMEDY);
    }

    @Test
    void callWhenFailedThenDownAtOnceWithTheProblem() {
        HealthCheck.Result health = call(
                status(SubscriptionState.FAILED, Duration.ZERO, "/event/Order__e does not exist", false, null, null));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.getMessage()).hasValue("/event/Order__e does not exist");
    }

    @ParameterizedTest
    @CsvSource({"124, true, UP", "125, true, DOWN", "125, false, UP"})
    void l7CallWhenTheStreamIsSilentThenDownIfItOwesAKeepAlive(
            long seconds, boolean eventsRequested, HealthCheck.State expected) {
        HealthCheck.Result health =
                call(status(SubscriptionState.OPEN, null, null, eventsRequested, Duration.ofSeconds(seconds), null));

        assertThat(health.getState()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 299, UP", "OPEN, 300, DOWN", "FULL, 300, DOWN", "BACKING_OFF, 300, DOWN", "SUSPENDED, 300, UP"})
    void l16CallWhenEventsWaitAndNothingMovesThenDownAfterStallAfter(
            SubscriptionState state, long seconds, HealthCheck.State expected) {
        HealthCheck.Result health = call(progress(state, still(Duration.ofSeconds(seconds), null)));

        assertThat(health.getState()).isEqualTo(expected);
        assertThat(health.getDetails()).containsEntry(SubscriptionHealthCheck.STILL_SECONDS, seconds);
    }

    @Test
    void l14CallWhenTheRouteHasHadAnEventForTooLongThenDownAndNamesIt() {
        HealthCheck.Result health =
                call(progress(SubscriptionState.OPEN, still(Duration.ofSeconds(1), Duration.ofSeconds(301))));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.getMessage()).hasValue("The route has had the event with replay ID number:43 for 301 s");
        assertThat(health.getDetails()).containsEntry(SubscriptionHealthCheck.OLDEST, "number:43");
    }

    @ParameterizedTest
    @CsvSource({"3, 60, DOWN", "2, 60, UP", "3, 59, UP"})
    void l16CallWhenTheStreamFlapsThenDownAfterAMinute(int losses, long seconds, HealthCheck.State expected) {
        HealthCheck.Result health = call(progress(
                SubscriptionState.OPEN,
                new SubscriptionProgress(
                        Duration.ofMinutes(5), null, null, null, losses, Duration.ofSeconds(seconds), null, 0, 0)));

        assertThat(health.getState()).isEqualTo(expected);
    }

    @Test
    void l15CallWhenThePoolRejectsThenDownAtOnceAndNamesTheOption() {
        HealthCheck.Result health = call(progress(
                SubscriptionState.OPEN,
                new SubscriptionProgress(Duration.ofMinutes(5), null, null, null, 0, null, "it refuses", 7, 0)));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health.getMessage()).hasValue("it refuses");
        assertThat(health.getDetails().get(SubscriptionHealthCheck.REMEDY))
                .asString()
                .contains("consumerWorkerPoolExecutorService");
    }

    @Test
    void callWhenThePositionCannotBeStoredThenUpWithTheFailure() {
        HealthCheck.Result health =
                call(status(SubscriptionState.OPEN, null, null, true, Duration.ZERO, new IOException("disk full")));

        assertThat(health.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health.getDetails())
                .containsEntry(SubscriptionHealthCheck.COMMIT_FAILURE, "java.io.IOException: disk full");
    }

    @Test
    void callWhenAskedForItsKindThenNotLiveness() {
        assertThat(check(Optional.empty()).isLiveness()).isFalse();
    }

    private static SubscriptionStatus progress(SubscriptionState state, SubscriptionProgress progress) {
        return status(state, null, null, true, Duration.ZERO, null, progress);
    }

    private static SubscriptionProgress still(Duration still, @Nullable Duration oldest) {
        return new SubscriptionProgress(
                Duration.ofMinutes(5),
                still,
                oldest == null ? null : ReplayId.ofNumber(43),
                oldest,
                0,
                null,
                null,
                0,
                0);
    }

    private static SubscriptionProgress quiet() {
        return new SubscriptionProgress(Duration.ofMinutes(5), null, null, null, 0, null, null, 0, 0);
    }

    private static HealthCheck.Result call(SubscriptionStatus status) {
        return check(Optional.of(status)).call();
    }

    private static SubscriptionHealthCheck check(Optional<SubscriptionStatus> status) {
        SubscriptionHealthCheck check = new SubscriptionHealthCheck("test", () -> status);
        check.setCamelContext(new DefaultCamelContext());
        return check;
    }

    private static SubscriptionStatus status(
            SubscriptionState state,
            @Nullable Duration disconnectedFor,
            @Nullable String problem,
            boolean eventsRequested,
            @Nullable Duration sinceActivity,
            @Nullable Exception commitFailure) {
        return status(state, disconnectedFor, problem, eventsRequested, sinceActivity, commitFailure, quiet());
    }

    private static SubscriptionStatus status(
            SubscriptionState state,
            @Nullable Duration disconnectedFor,
            @Nullable String problem,
            boolean eventsRequested,
            @Nullable Duration sinceActivity,
            @Nullable Exception commitFailure,
            SubscriptionProgress progress) {
        return new SubscriptionStatus(
                new SubscriptionId("/event/Order__e", "orders"),
                state,
                disconnectedFor,
                problem,
                eventsRequested,
                LONGEST_SILENCE,
                new SubscriptionTraffic(7, 3, 0, 0, Duration.ofSeconds(9), sinceActivity, Duration.ofSeconds(2)),
                new StoredPosition(ReplayId.ofNumber(42), Instant.EPOCH),
                commitFailure,
                1,
                4,
                0,
                0,
                0,
                0,
                progress);
    }
}
