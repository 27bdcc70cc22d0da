package org.camelforce.salesforcecc.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Callers of whom each sends its next exchange a short pause after the end of the one before, whatever became of it
 * (closed loop). They run from the construction to {@link #close}. Safe for use by several threads.
 */
public final class Callers implements AutoCloseable {

    private static final Duration LAST_ANSWER = Duration.ofSeconds(90);

    private final Target target;
    private final Duration pause;
    private final LongSupplier ticker;
    private final ScheduledExecutorService scheduler;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicReference<@Nullable Sample> firstAnswer = new AtomicReference<>();

    /**
     * @param target what is put under load
     * @param callers how many
     * @param pause how long each waits between two exchanges
     * @param ticker nanoseconds
     */
    public Callers(Target target, int callers, Duration pause, LongSupplier ticker) {
        this.target = target;
        this.pause = pause;
        this.ticker = ticker;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "callers"));
        for (int i = 0; i < callers; i++) {
            scheduler.execute(this::send);
        }
    }

    /** @return the exchange that succeeded first, null if none has yet */
    public @Nullable Sample firstAnswer() {
        return firstAnswer.get();
    }

    /** @return the exchanges that have ended */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Sends no more, and waits until all exchanges have ended. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        Awaitility.await().atMost(LAST_ANSWER).until(() -> scheduler.isTerminated() && underWay.get() == 0);
    }

    private void send() {
        long began = ticker.getAsLong();
        underWay.incrementAndGet();
        try {
            target.send(failure -> end(began, failure));
        } catch (RuntimeException e) {
            end(began, e);
        }
    }

    private void end(long began, @Nullable Exception failure) {
        Sample sample = new Sample(began, ticker.getAsLong() - began, failure);
        samples.add(sample);
        if (failure == null) {
            firstAnswer.compareAndSet(null, sample);
        }
        try {
            scheduler.schedule(this::send, pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the end
        }
        underWay.decrementAndGet();
    }
}
