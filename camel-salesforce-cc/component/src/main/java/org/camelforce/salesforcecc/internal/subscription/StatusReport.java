package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.subscription.SubscriptionProgress;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Puts together what can be seen of a subscription at one moment. Safe for use by several threads. */
final class StatusReport {

    /** After this long without an answer a store is said to be silent. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    private final SubscriptionSetup setup;
    private final Supplier<@Nullable String> rejectedTasks;
    private final BlockingWork blocking;
    private final Supplier<Duration> longestSilence;
    private final PositionTracking tracking;
    private final ConnectionStatus connection;
    private final Steadiness steadiness;
    private final SubscriptionCounters counters;

    /**
     * @param setup the options
     * @param rejectedTasks says what the component's own threads reject; null while they reject nothing
     * @param blocking what the subscription asks of threads that may block
     * @param longestSilence how long a stream may be silent
     * @param tracking how far the route is
     * @param connection since when there has been no stream
     * @param steadiness whether the subscription gets on
     * @param counters what has happened
     */
    StatusReport(
            SubscriptionSetup setup,
            Supplier<@Nullable String> rejectedTasks,
            BlockingWork blocking,
            Supplier<Duration> longestSilence,
            PositionTracking tracking,
            ConnectionStatus connection,
            Steadiness steadiness,
            SubscriptionCounters counters) {
        this.setup = setup;
        this.rejectedTasks = rejectedTasks;
        this.blocking = blocking;
        this.longestSilence = longestSilence;
        this.tracking = tracking;
        this.connection = connection;
        this.steadiness = steadiness;
        this.counters = counters;
    }

    SubscriptionStatus in(SubscriptionState state) {
        DeliveryWindow begun = tracking.window();
        Duration silent =
                blocking.longest().filter(time -> time.compareTo(SILENT) >= 0).orElse(null);
        return new SubscriptionStatus(
                setup.id(),
                state,
                connection.disconnectedFor(),
                silent == null ? connection.problem() : problem(state, silent, connection.problem()),
                tracking.hasRequested(),
                longestSilence.get(),
                counters.traffic(),
                tracking.commits().stored(),
                silent == null || begun == null || state == SubscriptionState.GAP
                        ? tracking.commits().failure()
                        : new TimeoutException(noAnswer(silent)),
                begun == null ? 0 : begun.tracker().inFlight(),
                begun == null ? 0 : begun.tracker().commitLag(),
                counters.reconnects(),
                counters.stalls(),
                counters.gaps(),
                counters.missed(),
                progress(begun));
    }

    private SubscriptionProgress progress(@Nullable DeliveryWindow begun) {
        Movement.Overdue oldest = begun == null ? null : begun.movement().oldest();
        String rejection = rejectedTasks.get();
        if (rejection == null && begun != null) {
            rejection = begun.dispatcher().rejection();
        }
        return new SubscriptionProgress(
                setup.stallAfter(),
                begun == null ? null : begun.movement().stillFor(),
                oldest == null ? null : oldest.event(),
                oldest == null ? null : oldest.since(),
                steadiness.losses(),
                steadiness.unsteadyFor(),
                rejection,
                counters.rejectedTasks(),
                counters.exhausted());
    }

    private static @Nullable String problem(SubscriptionState state, Duration silent, @Nullable String otherwise) {
        return switch (state) {
            case CLAIMING -> noAnswer(silent);
            case GAP -> "Option replayGapPolicy: the policy has not decided for " + silent.toSeconds() + " s";
            default -> otherwise;
        };
    }

    private static String noAnswer(Duration silent) {
        return "Option replayStore: the store of the position has not answered for " + silent.toSeconds() + " s";
    }
}
