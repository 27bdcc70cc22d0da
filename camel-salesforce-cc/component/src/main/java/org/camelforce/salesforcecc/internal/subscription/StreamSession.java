package org.camelforce.salesforcecc.internal.subscription;

import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream of a subscription, from its opening to its end, and when something came last. */
final class StreamSession implements StreamListener {

    /** Hears on any thread of what concerns the subscription's state. */
    interface Owner {

        void confirmed(StreamSession attempt);

        void ended(StreamSession attempt, StreamEnd end);
    }

    private static final Logger LOG = LoggerFactory.getLogger(StreamSession.class);

    private final StartingPoint from;
    private final DeliveryWindow intake;
    private final LongSupplier ticker;
    private final SubscriptionCounters counters;
    private final Owner owner;
    private volatile long lastSign;
    private volatile long confirmedAt;
    private volatile boolean isConfirmed;
    private volatile boolean progress;
    private volatile boolean signs;
    private @Nullable EventStream stream;

    StreamSession(
            StartingPoint from,
            DeliveryWindow intake,
            LongSupplier ticker,
            SubscriptionCounters counters,
            Owner owner) {
        this.from = from;
        this.intake = intake;
        this.ticker = ticker;
        this.counters = counters;
        this.owner = owner;
        this.lastSign = ticker.getAsLong();
    }

    StartingPoint from() {
        return from;
    }

    /** On the subscription's thread only. */
    void streamIs(EventStream itsStream) {
        stream = itsStream;
        intake.streaming(this, itsStream);
    }

    /** On the subscription's thread only. Whatever the stream throws, the subscription is done with it. */
    void close() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("A stream that nobody listens to any more could not be closed", e);
        }
    }

    long silentNanos() {
        return ticker.getAsLong() - lastSign;
    }

    /** Whether an event has come that had not come before, or the server has kept the stream open for a while. */
    boolean wasSound() {
        return progress || isConfirmed && ticker.getAsLong() - confirmedAt >= Steadiness.SOUND.toNanos();
    }

    @Override
    public void confirmed() {
        alive();
        confirmedAt = ticker.getAsLong();
        isConfirmed = true;
        owner.confirmed(this);
    }

    /** Whether anything has come since the server accepted it. */
    boolean gaveSigns() {
        return signs;
    }

    @Override
    public void alive() {
        signs |= isConfirmed;
        counters.alive();
        owesNothing();
    }

    /** Counts its silence from now, although nothing has come. */
    void owesNothing() {
        lastSign = ticker.getAsLong();
    }

    @Override
    public void received(ReceivedEvent event) {
        alive();
        if (intake.received(this, event)) {
            progress = true;
        }
    }

    @Override
    public void reached(ReplayId position) {
        alive();
        intake.reached(this, position);
    }

    @Override
    public void ended(StreamEnd end) {
        owner.ended(this, end);
    }
}
