package org.camelforce.salesforcecc.internal.health;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionProgress;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.subscription.SubscriptionTraffic;
import org.jspecify.annotations.Nullable;

/**
 * Readiness of one subscription. It is DOWN when
 *
 * <ul>
 *   <li>it has failed,
 *   <li>a worker pool rejects its events, or the component's own threads reject its steps,
 *   <li>events have waited for {@code stallAfter} and the route has finished none, or the route has had one event for
 *       so long,
 *   <li>it has had no stream for {@value #GRACE_SECONDS} seconds,
 *   <li>its stream has been opened and lost {@value #MAX_LOSSES} times or more, over {@value #GRACE_SECONDS} seconds,
 *       and nothing has moved in between,
 *   <li>its stream is open, but has missed its keep-alive.
 * </ul>
 *
 * <p>A position that cannot be stored leaves it UP and shows in the details: nothing is lost by that, but a crash would
 * cost duplicates.
 */
public final class SubscriptionHealthCheck extends AbstractHealthCheck {

    /** The channel. */
    public static final String CHANNEL = "subscription.channel";
    /** Name of the subscription. */
    public static final String NAME = "subscription.name";
    /** What it is doing, a constant of {@link SubscriptionState}. */
    public static final String STATE = "subscription.state";
    /** What stands in the way. */
    public static final String PROBLEM = "subscription.problem";
    /** What to change, or what happens next by itself. */
    public static final String REMEDY = "subscription.remedy";
    /** Seconds since the last event came. */
    public static final String LAST_EVENT_SECONDS = "event.last.seconds";
    /** How old the last event was when it came, in seconds. */
    public static final String LAG_SECONDS = "event.lag.seconds";
    /** Seconds since the last event or keep-alive. */
    public static final String LAST_KEEPALIVE_SECONDS = "keepalive.last.seconds";
    /** How many events have come. */
    public static final String RECEIVED = "events.received";
    /** How many events are in flight in the route. */
    public static final String IN_FLIGHT = "events.in.flight";
    /** The commit lag: how many events have come that the stored position does not cover yet. */
    public static final String COMMIT_LAG = "position.commit.lag";
    /** The position that was stored last. */
    public static final String POSITION = "position.replay.id";
    /** When it was reached. */
    public static final String POSITION_AT = "position.reached.at";
    /** Why the position could not be stored last. */
    public static final String COMMIT_FAILURE = "position.failure";
    /** How often another stream had to be opened. */
    public static final String RECONNECTS = "reconnects";
    /** How often the position was lost. */
    public static final String GAPS = "gaps";

    /** Seconds for which events have waited without the route finishing one. */
    public static final String STILL_SECONDS = "events.still.seconds";
    /** Replay ID of the event that the route has had for the longest time. */
    public static final String OLDEST = "events.oldest.replay.id";
    /** Seconds for which the route has had that event. */
    public static final String OLDEST_SECONDS = "events.oldest.seconds";
    /** How many events have been given up, because they had failed too often. */
    public static final String EXHAUSTED = "events.exhausted";
    /** How often in a row the stream was lost without anything having moved in between. */
    public static final String LOSSES = "losses.in.vain";

    static final long GRACE_SECONDS = 60;
    static final int MAX_LOSSES = 3;

    private static final Duration OVERDUE_BEFORE_LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Supplier<Optional<SubscriptionStatus>> status;

    SubscriptionHealthCheck(String id, Supplier<Optional<SubscriptionStatus>> status) {
        super("camel", id);
        this.status = status;
    }

    /** The stream's business, not the process's: a restart would not help. */
    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        status.get().ifPresentOrElse(now -> judge(builder, now), () -> builder.message("The consumer is stopped")
                .up());
    }

    private static void judge(HealthCheckResultBuilder builder, SubscriptionStatus now) {
        DetailBuilder details = details(builder, now);
        Duration broken = now.disconnectedFor();
        Duration silence = now.traffic().sinceActivity();
        if (now.state() == SubscriptionState.FAILED) {
            details.add(REMEDY, "The problem names what to change; then start the route again");
            builder.message(now.problem()).down();
        } else if (now.state() != SubscriptionState.SUSPENDED && !getsOn(builder, details, now)) {
            builder.down();
        } else if (broken != null && broken.toSeconds() >= GRACE_SECONDS) {
            details.add(
                    REMEDY, "It is tried again by itself. The check of the login and the problem say what is wrong");
            builder.message("No stream for " + broken.toSeconds() + " s"
                            + (now.problem() == null ? "" : ": " + now.problem()))
                    .down();
        } else if (isOverdue(now, silence)) {
            details.add(
                    REMEDY,
                    "Another stream is opened after " + now.longestSilence().toSeconds()
                            + " s of silence. A proxy that cuts idle connections must allow that long");
            builder.message("The stream is open, but has received no event or keep-alive for "
                            + (silence == null ? 0 : silence.toSeconds()) + " s")
                    .down();
        } else {
            builder.up();
        }
    }

    private static boolean getsOn(HealthCheckResultBuilder builder, DetailBuilder details, SubscriptionStatus now) {
        SubscriptionProgress progress = now.progress();
        Duration unsteady = progress.unsteadyFor();
        if (progress.rejection() != null) {
            details.add(
                    REMEDY,
                    "It is tried again by itself. Check option consumerWorkerPoolExecutorService: the pool must take"
                            + " tasks and run them on its own threads");
            builder.message(progress.rejection());
        } else if (progress.isStalled()) {
            details.add(
                    REMEDY,
                    "Look for what the route waits for, or why it fails. If its events take that long, set option"
                            + " stallAfter. With breakOnFirstError=true, option maxRedeliveries lets the subscription"
                            + " continue after an event that always fails");
            builder.message(stalled(progress) + (now.problem() == null ? "" : ": " + now.problem()));
        } else if (unsteady != null && unsteady.toSeconds() >= GRACE_SECONDS && progress.losses() >= MAX_LOSSES) {
            details.add(
                    REMEDY,
                    "Another stream is opened after growing pauses. The problem and the log say why each was lost");
            builder.message("The stream has been lost " + progress.losses() + " times in " + unsteady.toSeconds()
                    + " s without anything having moved" + (now.problem() == null ? "" : ": " + now.problem()));
        } else {
            return true;
        }
        return false;
    }

    private static String stalled(SubscriptionProgress progress) {
        Duration oldest = progress.oldestFor();
        Duration still = progress.stillFor();
        return oldest != null && oldest.compareTo(progress.stallAfter()) >= 0
                ? "The route has had the event with replay ID " + progress.oldest() + " for " + oldest.toSeconds()
                        + " s"
                : "Events wait and nothing has moved for " + (still == null ? 0 : still.toSeconds()) + " s";
    }

    private static boolean isOverdue(SubscriptionStatus now, @Nullable Duration silence) {
        return now.state() == SubscriptionState.OPEN
                && now.eventsRequested()
                && silence != null
                && silence.compareTo(now.longestSilence().minus(OVERDUE_BEFORE_LONGEST_SILENCE)) >= 0;
    }

    private static @Nullable Long unlessNone(long count) {
        return count == 0 ? null : count;
    }

    private static DetailBuilder details(HealthCheckResultBuilder builder, SubscriptionStatus now) {
        SubscriptionTraffic traffic = now.traffic();
        StoredPosition stored = now.stored();
        Exception commitFailure = now.commitFailure();
        return new DetailBuilder(builder)
                .add(CHANNEL, now.id().channel())
                .add(NAME, now.id().name())
                .add(STATE, now.state())
                .add(PROBLEM, now.problem())
                .seconds(LAST_EVENT_SECONDS, traffic.sinceEvent())
                .seconds(LAG_SECONDS, traffic.lag())
                .seconds(LAST_KEEPALIVE_SECONDS, traffic.sinceActivity())
                .add(RECEIVED, traffic.received())
                .add(IN_FLIGHT, now.inFlight())
                .seconds(STILL_SECONDS, now.progress().stillFor())
                .add(OLDEST, now.progress().oldest())
                .seconds(OLDEST_SECONDS, now.progress().oldestFor())
                .add(EXHAUSTED, unlessNone(now.progress().exhausted()))
                .add(LOSSES, unlessNone(now.progress().losses()))
                .add(COMMIT_LAG, now.commitLag())
                .add(POSITION, stored == null ? null : stored.replayId())
                .add(POSITION_AT, stored == null ? null : stored.at())
                .add(COMMIT_FAILURE, commitFailure == null ? null : commitFailure.toString())
                .add(RECONNECTS, now.reconnects())
                .add(GAPS, now.gaps());
    }
}
