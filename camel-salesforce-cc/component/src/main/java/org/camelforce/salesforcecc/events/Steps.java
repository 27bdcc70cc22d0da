package org.camelforce.salesforcecc.events;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one state machine, one after the other on a scheduler's thread. What a step has set going elsewhere and
 * comes back after another step has been taken is void. {@link #taken} and what hands out continuations is for that
 * thread only.
 */
final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final ScheduledExecutorService scheduler;
    private volatile long step;

    Steps(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** From now on what earlier steps have set going is void. */
    void taken() {
        // the thread confines it
        long next = step + 1;
        step = next;
    }

    /** Runs the action whatever the step; returns whether there is still a thread to run it. */
    boolean always(Runnable action) {
        return schedule(Duration.ZERO, action);
    }

    /** Runs the action after a delay, unless another step has been taken by then. */
    void later(Duration delay, Runnable action) {
        schedule(delay, ifStill(step, action, () -> {}));
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
            if (!schedule(Duration.ZERO, ifStill(now, () -> action.accept(result), () -> tooLate.accept(result)))) {
                tooLate.accept(result);
            }
        };
    }

    private Runnable ifStill(long expected, Runnable action, Runnable otherwise) {
        return () -> (step == expected ? action : otherwise).run();
    }

    private boolean schedule(Duration delay, Runnable action) {
        try {
            scheduler.schedule(() -> guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: no step is taken any more");
            return false;
        }
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("A subscription has a defect and may stand still", e);
        }
    }
}
