package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One connection for the calls of all components, and another one whenever each of the others carries
 * {@value #MAX_CALLS}. A server allows a connection so many calls at once, often 100, and gRPC lets further ones wait
 * without a word: for ever, if the others are subscriptions. A connection without calls is closed by gRPC after a
 * while. Safe for use by several threads.
 */
final class ChannelPool {

    /** How many calls a connection carries before the next one is used. */
    static final int MAX_CALLS = 90;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Supplier<ManagedChannel> opening;
    private final List<PooledChannel> shared = new ArrayList<>();
    private boolean closed;

    /** A connection, and how many calls it carries. */
    final class PooledChannel {

        private final ManagedChannel channel;
        private int calls;

        private PooledChannel(ManagedChannel channel) {
            this.channel = channel;
        }

        ManagedChannel channel() {
            return channel;
        }

        /** A call begins, which has to be carried by this one. */
        void began() {
            synchronized (ChannelPool.this) {
                calls++;
            }
        }

        void ended() {
            synchronized (ChannelPool.this) {
                calls--;
            }
        }
    }

    /** @param opening makes a channel, which connects to nothing yet */
    ChannelPool(Supplier<ManagedChannel> opening) {
        this.opening = opening;
        shared.add(new PooledChannel(opening.get()));
    }

    /** {@return what carries a call, which begins with that} */
    synchronized PooledChannel begin() {
        PooledChannel chosen = null;
        for (PooledChannel each : shared) {
            if (each.calls < MAX_CALLS || closed) {
                chosen = each;
                break;
            }
        }
        if (chosen == null) {
            chosen = new PooledChannel(opening.get());
            shared.add(chosen);
        }
        chosen.calls++;
        return chosen;
    }

    /** {@return a connection that nobody shares, to be closed by {@link #close(ManagedChannel)} before this} */
    PooledChannel separate() {
        return new PooledChannel(opening.get());
    }

    /** Cuts what is under way, and waits a few seconds for its end. From now on every call fails. */
    void close() throws InterruptedException {
        List<PooledChannel> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(shared);
        }
        open.forEach(each -> each.channel.shutdownNow());
        for (PooledChannel each : open) {
            close(each.channel);
        }
    }

    static void close(ManagedChannel channel) throws InterruptedException {
        channel.shutdownNow().awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS);
    }
}
