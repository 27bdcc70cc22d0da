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

    /** Is told, on any thread, of what concerns the subscription's state. */
    interface Owner {

        void confirmed(StreamSession session);

        void ended(StreamSession session, StreamEnd end);
    }

    private static final Logger LOG = LoggerFactory.getLogger(StreamSession.class);

    private final StartingPoint from;
    private final DeliveryWindow window;
    private final LongSupplier ticker;
    private final SubscriptionCounters counters;
    private final Owner owner;
    private volatile long lastActivity;
    private volatile long confirmedAt;
    private volatile boolean isConfirmed;
    private volatile boolean broughtEvent;
    private volatile boolean active;
    private @Nullable EventStream stream;

    StreamSession(
            StartingPoint from,
            DeliveryWindow window,
            LongSupplier ticker,
            SubscriptionCounters counters,
            Owner owner) {
        this.from = from;
        this.window = window;
        this.ticker = ticker;
        this.counters = counters;
        this.owner = owner;
        this.lastActivity = ticker.getAsLong();
    }

    StartingPoint from() {
        return from;
    }

    /** On the subscription's thread only. */
    void streamIs(EventStream itsStream) {
        stream = itsStream;
        window.streaming(this, itsStream);
    }

    /** On the subscription's thread only. Whatever the stream throws, the subscription is done with it. */
    void close() {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Could not close a stream that nobody listens to", e);
        }
    }

    long silentNanos() {
        return ticker.getAsLong() - lastActivity;
    }

    /** Whether an event has come that had not come before, or the server has kept the stream open for a while. */
    boolean wasSteady() {
        return broughtEvent || isConfirmed && ticker.getAsLong() - confirmedAt >= Steadiness.STEADY_AFTER.toNanos();
    }

    @Override
    public void confirmed() {
        alive();
        confirmedAt = ticker.getAsLong();
        isConfirmed = true;
        owner.confirmed(this);
    }

    /** Whether anything has come since the server accepted it. */
    boolean wasActive() {
        return active;
    }

    @Override
    public void alive() {
        active |= isConfirmed;
        counters.alive();
        restartSilence();
    }

    /** Counts its silence from now, although nothing has come. */
    void restartSilence() {
        lastActivity = ticker.getAsLong();
    }

    @Override
    public void received(ReceivedEvent event) {
        alive();
        if (window.received(this, event)) {
            broughtEvent = true;
        }
    }

    @Override
    public void reached(ReplayId position) {
        alive();
        window.reached(this, position);
    }

    @Override
    public void ended(StreamEnd end) {
        owner.ended(this, end);
    }
}
