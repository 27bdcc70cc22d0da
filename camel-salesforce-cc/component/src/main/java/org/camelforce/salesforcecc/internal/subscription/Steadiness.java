package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a subscription gets on between one loss of its stream and the next: a stream that the route breaks counts as
 * lost in vain until the position has moved, any other one until it has brought an event or has been open for a while.
 * Written by the subscription's thread, read by any.
 */
final class Steadiness {

    /** A stream that has been open for so long is steady. */
    static final Duration STEADY_AFTER = Duration.ofSeconds(10);

    private final LongSupplier ticker;
    private final Supplier<Optional<ReplayId>> position;
    private final BooleanSupplier waiting;
    private int losses;
    private long firstLossAt;
    private boolean broken;
    private Optional<ReplayId> brokenAt = Optional.empty();
    private @Nullable BooleanSupplier open;

    /**
     * @param ticker nanoseconds
     * @param position up to which the route is done
     * @param waiting whether there are events behind it that are not done
     */
    Steadiness(LongSupplier ticker, Supplier<Optional<ReplayId>> position, BooleanSupplier waiting) {
        this.ticker = ticker;
        this.position = position;
        this.waiting = waiting;
    }

    /** @param steady whether the stream has brought an event or has been open for a while */
    synchronized void opened(BooleanSupplier steady) {
        open = steady;
    }

    /**
     * The stream is over in good order.
     *
     * @param steady whether it had brought an event or had been open for a while
     * @return whether what comes next is a new trouble
     */
    synchronized boolean closed(boolean steady) {
        boolean gotOn = gotOn(steady);
        open = null;
        if (gotOn) {
            losses = 0;
            broken = false;
        }
        return gotOn;
    }

    /**
     * The stream is lost.
     *
     * @param byRoute whether the route broke it
     * @param steady whether it had brought an event or had been open for a while
     * @return whether that is a new trouble: something has moved since the last one
     */
    synchronized boolean lost(boolean byRoute, boolean steady) {
        boolean gotOn = closed(steady);
        if (losses++ == 0) {
            firstLossAt = ticker.getAsLong();
        }
        if (byRoute) {
            broken = true;
            brokenAt = position.get();
        }
        return gotOn;
    }

    /** How often in a row the stream was lost in vain; 0 while it is steady. */
    synchronized int losses() {
        return isSteady() ? 0 : losses;
    }

    /** Since the first of these losses; null if there are none. */
    synchronized @Nullable Duration unsteadyFor() {
        return losses == 0 || isSteady() ? null : Duration.ofNanos(ticker.getAsLong() - firstLossAt);
    }

    private boolean gotOn(boolean steady) {
        return !inVain() && (steady || hasMoved());
    }

    private boolean isSteady() {
        return open != null && !inVain() && (hasMoved() || open.getAsBoolean());
    }

    /** The route has broken a stream, and the position has moved since. */
    private boolean hasMoved() {
        return broken && !position.get().equals(brokenAt);
    }

    /** The route has broken a stream, and nothing before that event has become done since. */
    private boolean inVain() {
        return broken && waiting.getAsBoolean() && position.get().equals(brokenAt);
    }
}
