package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of a subscription to new events that has got none yet to go on after, by Salesforce's clock: what was
 * created before it is passed over when the subscription is opened again, since it begins with everything that is
 * retained then. In doubt nothing is passed over. Safe for use by several threads.
 */
final class OldEventFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OldEventFilter.class);

    /** How far the clocks of Salesforce's servers may differ from each other. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Supplier<Optional<Instant>> salesforceTime;
    private final SubscriptionCounters counters;
    private final Told told;
    private @Nullable Instant began;
    private @Nullable ReplayId upTo;
    private boolean amongOthers;
    private boolean wrong;
    private long untold;

    /** Is told of what has been passed over, once for each stream. */
    interface Told {

        void passedOver(long events, Instant began);
    }

    /**
     * @param salesforceTime what time it is in Salesforce; empty while that is not known
     * @param counters count what is passed over
     * @param told is told of it once for each stream
     */
    OldEventFilter(Supplier<Optional<Instant>> salesforceTime, SubscriptionCounters counters, Told told) {
        this.salesforceTime = salesforceTime;
        this.counters = counters;
        this.told = told;
    }

    /** {@return the position of a subscription that begins now} */
    ReplayId start() {
        Optional<Instant> now = salesforceTime.get();
        if (now.isEmpty()) {
            LOG.info("Salesforce's time is not known yet: a subscription that ends before its first event begins with"
                    + " all retained events when it opens again");
        }
        return ReplayId.ofStart(now.map(time -> time.minus(MARGIN)).orElse(Instant.EPOCH));
    }

    /**
     * Where a stream begins that goes on from a start: after what has been passed over already. That is no position,
     * since what follows may be old, too.
     */
    synchronized StartingPoint goingOn(StartingPoint start) {
        ReplayId passed = upTo;
        return passed != null
                        && start instanceof StartingPoint.Since since
                        && since.created().equals(began)
                ? new StartingPoint.After(passed)
                : start;
    }

    /** Whether a stream began there because of what has been passed over; the next one begins with all of it then. */
    synchronized boolean forget(ReplayId passed) {
        boolean known = Objects.equals(upTo, passed);
        if (known) {
            upTo = null;
        }
        return known;
    }

    /** A stream is being opened. */
    synchronized void opening(StartingPoint from) {
        amongOthers = false;
        if (!(from instanceof StartingPoint.After after) || !Objects.equals(upTo, after.position())) {
            began = from instanceof StartingPoint.Since since ? since.created() : null;
            upTo = null;
        }
        wrong = began != null && liesAhead(began);
    }

    /** Whether the event is not for the route; counts it then. */
    synchronized boolean passesOver(ReceivedEvent event) {
        Instant start = began;
        if (start == null
                || event.createdAt().filter(created -> created.isBefore(start)).isEmpty()) {
            amongOthers = true;
            return false;
        }
        wrong |= liesAhead(start);
        if (wrong) {
            amongOthers = true;
            return false;
        }
        counters.passedOver();
        untold++;
        if (!amongOthers && event.replayId().isPosition()) {
            upTo = event.replayId();
        }
        return true;
    }

    /** Whether the stream has brought an event that is not old: what lies before it is not known any more. */
    synchronized boolean isAmongOthers() {
        return amongOthers;
    }

    /** A start that lies ahead of Salesforce's clock was taken from a clock that was wrong. */
    private boolean liesAhead(Instant start) {
        return salesforceTime.get().filter(start::isAfter).isPresent();
    }

    /** What follows is not old any more, or nothing follows. Not to be called under a lock. */
    void over() {
        long events;
        Instant start;
        synchronized (this) {
            events = untold;
            start = began;
            untold = 0;
        }
        if (events > 0 && start != null) {
            told.passedOver(events, start);
        }
    }
}
