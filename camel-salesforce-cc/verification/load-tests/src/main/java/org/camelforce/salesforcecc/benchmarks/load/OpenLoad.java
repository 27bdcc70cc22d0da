package org.camelforce.salesforcecc.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Sends exchanges at a constant rate, whether or not earlier ones have ended (open loop). Latencies count from the
 * moment at which an exchange was to be sent, so that a stall shows in all exchanges that it held up. Runs from the
 * construction to {@link #close}. Safe for use by several threads.
 */
public final class OpenLoad implements AutoCloseable {

    private static final Duration LAST_ANSWER = Duration.ofSeconds(90);

    private final Target target;
    private final LongSupplier ticker;
    private final long period;
    private final long began;
    private final ScheduledExecutorService scheduler;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /**
     * @param target what is put under load
     * @param perSecond exchanges per second, at least 1
     * @param ticker nanoseconds
     */
    public OpenLoad(Target target, int perSecond, LongSupplier ticker) {
        this.target = target;
        this.ticker = ticker;
        this.period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "open-load"));
        this.began = ticker.getAsLong();
        scheduler.scheduleAtFixedRate(this::send, 0, period, TimeUnit.NANOSECONDS);
    }

    /** @return when the first exchange was to be sent, by the ticker */
    public long began() {
        return began;
    }

    /**
     * Waits until a number of exchanges more have ended.
     *
     * @param exchanges how many
     */
    public void await(int exchanges) {
        long enough = ended.get() + exchanges;
        Awaitility.await().atMost(LAST_ANSWER).until(() -> ended.get() >= enough);
    }

    /** @return the exchanges that have ended */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Sends no more, and waits until all exchanges have ended. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        Awaitility.await().atMost(LAST_ANSWER).until(() -> scheduler.isTerminated() && ended.get() == sent.get());
    }

    private void send() {
        long intended = began + period * sent.getAndIncrement();
        try {
            target.send(failure -> end(intended, failure));
        } catch (RuntimeException e) {
            end(intended, e);
        }
    }

    private void end(long intended, @Nullable Exception failure) {
        samples.add(new Sample(intended, ticker.getAsLong() - intended, failure));
        ended.incrementAndGet();
    }
}
