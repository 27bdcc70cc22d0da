package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.threads.Backoff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the events that wait for the route, in their order, and gives them to it on the workers' threads and on no
 * others. A task takes events as long as there are more of them than tasks that wait for a thread. What the pool
 * rejects, runs on the calling thread, or drops, is submitted again after a while. Safe for use by several threads;
 * nothing is called under its lock.
 */
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_AFTER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Object subscription;
    private final WorkerPool workers;
    private final SubscriptionRuntime runtime;
    private final SubscriptionCounters counters;
    private final Consumer<ReceivedEvent> route;
    private final Backoff backoff;
    private final Queue<ReceivedEvent> waiting = new ArrayDeque<>();
    private int submitted;
    private int running;
    private long started;
    private long startedAtLastLook;
    private boolean paused;
    private boolean closed;
    private @Nullable Task latest;
    private @Nullable Future<?> look;
    private @Nullable String rejection;
    private @Nullable Long loggedAt;
    private boolean loggedError;

    /**
     * @param subscription for the log
     * @param workers run the route
     * @param runtime its scheduler submits again what was rejected
     * @param counters count what the pool rejects
     * @param route gets each event, on a worker's thread
     */
    Dispatcher(
            Object subscription,
            WorkerPool workers,
            SubscriptionRuntime runtime,
            SubscriptionCounters counters,
            Consumer<ReceivedEvent> route) {
        this.subscription = subscription;
        this.workers = workers;
        this.runtime = runtime;
        this.counters = counters;
        this.route = route;
        this.backoff = new Backoff(
                FIRST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis(), runtime.time().jitter());
    }

    /** The event waits. {@link #submit} must follow. */
    synchronized void add(ReceivedEvent event) {
        waiting.add(event);
    }

    /** Takes back what has not been given to the route. Tasks that the pool has are used by later events. */
    synchronized List<ReceivedEvent> takeBack() {
        List<ReceivedEvent> taken = new ArrayList<>(waiting);
        waiting.clear();
        rejection = null;
        return taken;
    }

    /** Nothing is given to the route any more. */
    synchronized void close() {
        closed = true;
        if (look != null) {
            look.cancel(false);
            look = null;
        }
    }

    /** Why events wait although nothing of this subscription runs in the pool; null if none does. */
    synchronized @Nullable String rejection() {
        return waiting.isEmpty() || submitted + running > 0 ? null : rejection;
    }

    /** Gives the pool as many tasks as there are events to process. */
    void submit() {
        boolean taken = true;
        while (taken) {
            taken = submit(next());
        }
    }

    private boolean submit(@Nullable Task task) {
        if (task == null) {
            return false;
        }
        Throwable rejected = task.submit();
        if (rejected != null) {
            rejected(task, rejected);
        }
        return rejected == null;
    }

    private synchronized @Nullable Task next() {
        if (closed || paused || waiting.isEmpty()) {
            return null;
        }
        // also for tasks of earlier events, which may have been dropped
        lookAfter(LOOK_AFTER);
        if (waiting.size() <= submitted || submitted + running >= workers.parallel()) {
            return null;
        }
        submitted++;
        latest = new Task();
        return latest;
    }

    private void rejected(Task task, Throwable why) {
        boolean halted;
        boolean log;
        synchronized (this) {
            task.isVoid = true;
            submitted = Math.max(0, submitted - 1);
            if (closed) {
                return;
            }
            counters.taskRejected();
            halted = submitted + running == 0;
            rejection = "The worker pool of the route rejects events: " + why;
            paused = true;
            if (look != null) {
                look.cancel(false);
                look = null;
            }
            lookAfter(backoff.next());
            log = isTimeToLog(halted);
        }
        if (log && halted) {
            LOG.error(
                    "{}: the worker pool rejects the events of the subscription, which wait and are submitted again."
                            + " Check option consumerWorkerPoolExecutorService: {}",
                    subscription,
                    why.toString());
        } else if (log) {
            LOG.warn(
                    "{}: the worker pool takes no more tasks at the moment; events wait in the subscription: {}",
                    subscription,
                    why.toString());
        }
    }

    /** Under the lock. An error is told even if a warning has just been. */
    private boolean isTimeToLog(boolean error) {
        long now = runtime.time().ticker().getAsLong();
        boolean due = loggedAt == null || now - loggedAt >= BETWEEN_LINES.toNanos() || error && !loggedError;
        if (due) {
            loggedAt = now;
            loggedError = error;
        }
        return due;
    }

    /** Under the lock. */
    private void lookAfter(Duration delay) {
        if (look == null) {
            startedAtLastLook = started;
            look = runtime.after(delay, this::look);
        }
    }

    /** A task that has not been started while nothing runs may have been dropped, unless the pool still has it. */
    private void look() {
        Task submittedLast;
        synchronized (this) {
            submittedLast = latest;
        }
        boolean held = submittedLast != null && workers.holds(submittedLast);
        boolean dropped;
        synchronized (this) {
            look = null;
            paused = false;
            if (waiting.isEmpty()) {
                return;
            }
            dropped = !held && running == 0 && started == startedAtLastLook;
            if (dropped) {
                submitted = 0;
                lookAfter(backoff.next().plus(LOOK_AFTER));
            } else {
                lookAfter(LOOK_AFTER);
            }
        }
        if (dropped) {
            // one that takes all there is, rather than many of which most are dropped again
            submit(next());
        } else {
            submit();
        }
    }

    private synchronized @Nullable ReceivedEvent begin(Task task) {
        if (task.isVoid) {
            return null;
        }
        task.isVoid = true;
        submitted = Math.max(0, submitted - 1);
        started++;
        rejection = null;
        paused = false;
        backoff.reset();
        ReceivedEvent first = closed ? null : waiting.poll();
        if (first != null) {
            running++;
        }
        return first;
    }

    /** The next event of a task that has given one to the route; null if others take it, or there is none. */
    private synchronized @Nullable ReceivedEvent more() {
        ReceivedEvent next =
                closed || waiting.size() <= submitted || Thread.currentThread().isInterrupted() ? null : waiting.poll();
        if (next == null) {
            running--;
            if (!waiting.isEmpty()) {
                lookAfter(FIRST_PAUSE);
            }
        }
        return next;
    }

    private void work(Task task) {
        for (ReceivedEvent next = begin(task); next != null; next = more()) {
            try {
                route.accept(next);
            } catch (Throwable e) {
                LOG.error("{}: a defect after event {}", subscription, next.replayId(), e);
            }
        }
    }

    /** Takes events to the route on any thread but the one that submits it. */
    private final class Task implements Runnable {

        private volatile @Nullable Thread submitter;
        private boolean ranOnSubmitter;
        private boolean isVoid;

        /** Returns why the pool has not taken it; null if it has. */
        @Nullable
        Throwable submit() {
            submitter = Thread.currentThread();
            try {
                workers.pool().execute(this);
            } catch (Throwable e) {
                return e;
            } finally {
                submitter = null;
            }
            return ranOnSubmitter
                    ? new RejectedExecutionException(
                            "it runs tasks on the thread that submits them, as CallerRuns does")
                    : null;
        }

        @Override
        public void run() {
            if (Thread.currentThread() == submitter) {
                ranOnSubmitter = true;
            } else {
                work(this);
            }
        }
    }
}
