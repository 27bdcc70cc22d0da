package org.camelforce.salesforcecc.internal.request;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.internal.threads.Backoff;

/**
 * The pauses between the attempts of requests. No thread waits in them, and closing ends them all at once. Safe for use
 * by several threads.
 */
public final class RetryPauses implements AutoCloseable {

    private final ScheduledExecutorService scheduler;
    private final RandomGenerator jitter;
    private final Set<CompletableFuture<Boolean>> pauses = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /**
     * @param scheduler ends pauses; stays its owner's
     * @param jitter draws how much shorter a pause is
     */
    public RetryPauses(ScheduledExecutorService scheduler, RandomGenerator jitter) {
        this.scheduler = scheduler;
        this.jitter = jitter;
    }

    /** How long the pauses of one request are. */
    Backoff backoff(RetryPolicy policy) {
        return new Backoff(policy.backoff().toMillis(), policy.maxBackoff().toMillis(), jitter);
    }

    /**
     * Begins a pause. One of the two is called, once, and must not block.
     *
     * @param length how long it is
     * @param goOn is called when it is over
     * @param giveUp is called when there are no more pauses, at once if there are none now
     */
    void begin(Duration length, Runnable goOn, Runnable giveUp) {
        CompletableFuture<Boolean> pause = new CompletableFuture<>();
        pause.thenAccept(isOver -> {
            pauses.remove(pause);
            (isOver ? goOn : giveUp).run();
        });
        pauses.add(pause);
        try {
            Future<?> timer = scheduler.schedule(() -> pause.complete(true), length.toMillis(), TimeUnit.MILLISECONDS);
            pause.thenRun(() -> timer.cancel(false));
        } catch (Throwable e) {
            // a scheduler that is shut down or cannot start its thread
            pause.complete(false);
        }
        if (isClosed) {
            pause.complete(false);
        }
    }

    /** From now on a request that fails is not sent again. Those that wait fail. */
    @Override
    public void close() {
        isClosed = true;
        pauses.forEach(pause -> pause.complete(false));
    }
}
