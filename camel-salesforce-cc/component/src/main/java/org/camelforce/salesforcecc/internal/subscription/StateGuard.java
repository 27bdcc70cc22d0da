package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one state machine, one after the other on a scheduler's thread. What a step has set going elsewhere and
 * comes back after another step has been taken is void. {@link #taken} and what hands out continuations is for that
 * thread only.
 */
final class StateGuard {

    private static final Logger LOG = LoggerFactory.getLogger(StateGuard.class);

    private final ScheduledExecutorService scheduler;
    private final Consumer<Throwable> onDefect;
    private volatile long step;
    private @Nullable Future<?> planned;

    /**
     * @param scheduler runs the steps
     * @param onDefect is told, on the scheduler's thread, of what a step throws, so that it does not stand still
     */
    StateGuard(ScheduledExecutorService scheduler, Consumer<Throwable> onDefect) {
        this.scheduler = scheduler;
        this.onDefect = onDefect;
    }

    /** From now on what earlier steps have set going is void, and what they have planned is taken back. */
    void taken() {
        if (planned != null) {
            planned.cancel(false);
            planned = null;
        }
        // the thread confines it
        long next = step + 1;
        step = next;
    }

    /** Runs the action whatever the step; returns whether there is still a thread to run it. */
    boolean always(Runnable action) {
        return schedule(Duration.ZERO, action) != null;
    }

    /** Runs the action after a delay, unless another step has been taken by then. At most one for each step. */
    void later(Duration delay, Runnable action) {
        planned = schedule(delay, ifStill(step, action, () -> {}));
    }

    /** What another thread calls to come back to this step. */
    Runnable back(Runnable action) {
        Runnable guarded = ifStill(step, action, () -> {});
        return () -> schedule(Duration.ZERO, guarded);
    }

    /** What a future calls to come back to this step. */
    <T> BiConsumer<T, Throwable> back(BiConsumer<T, Throwable> action) {
        long now = step;
        return (result, failure) ->
                schedule(Duration.ZERO, ifStill(now, () -> action.accept(result, failure), () -> {}));
    }

    /** Like {@link #back(BiConsumer)}, for a result that somebody has to take care of if it comes too late. */
    <T> Consumer<T> back(Consumer<T> action, Consumer<T> tooLate) {
        long now = step;
        return result -> {
            if (schedule(Duration.ZERO, ifStill(now, () -> action.accept(result), () -> tooLate.accept(result)))
                    == null) {
                tooLate.accept(result);
            }
        };
    }

    private Runnable ifStill(long expected, Runnable action, Runnable otherwise) {
        return () -> (step == expected ? action : otherwise).run();
    }

    private @Nullable Future<?> schedule(Duration delay, Runnable action) {
        try {
            return scheduler.schedule(() -> guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the scheduler rejects nothing before the component stops
            LOG.debug("Stopping: ignoring a step");
            return null;
        }
    }

    /** Runs the action on the scheduler's thread, on which this is called. */
    void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            LOG.error("A subscription has a defect and opens another stream", e);
            onDefect.accept(e);
        }
    }
}
