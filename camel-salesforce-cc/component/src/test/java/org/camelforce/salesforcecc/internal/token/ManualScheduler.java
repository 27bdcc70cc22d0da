package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scheduler whose time stands still until a test moves it; tasks run on the test's thread. Not thread-safe. */
public final class ManualScheduler extends FakeScheduler {

    private final Queue<Task<?>> tasks = new PriorityQueue<>();
    private final List<Duration> delays = new ArrayList<>();
    private long now = -5;
    private long sequence;
    private @Nullable Throwable failure;

    /** Throws this whenever a task is given, until it is null. */
    public void failWith(@Nullable Throwable thrown) {
        failure = thrown;
    }

    /** The time in nanoseconds, from an arbitrary origin. */
    public long ticker() {
        return now;
    }

    /** All delays that were asked for. */
    public List<Duration> delays() {
        return List.copyOf(delays);
    }

    /** How many tasks are waiting. */
    public int waiting() {
        return (int) tasks.stream().filter(task -> !task.isCancelled()).count();
    }

    /** Moves time on and runs what becomes due, each at its own time. */
    public void advance(Duration by) {
        long end = now + by.toNanos();
        for (Task<?> next = tasks.peek(); next != null && next.due <= end; next = tasks.peek()) {
            tasks.remove(next);
            now = next.due;
            next.run();
        }
        now = end;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    command.run();
                    return "done";
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        if (isShutdown()) {
            throw new RejectedExecutionException("shut down");
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        delays.add(Duration.ofNanos(unit.toNanos(delay)));
        Task<V> task = new Task<>(callable, now + unit.toNanos(delay), sequence++);
        tasks.add(task);
        return task;
    }

    @Override
    public void shutdown() {
        super.shutdown();
        tasks.clear();
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long due;
        private final long order;

        private Task(Callable<V> work, long due, long order) {
            super(work);
            this.due = due;
            this.order = order;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task<?> task = (Task<?>) other;
            return due == task.due ? Long.compare(order, task.order) : Long.compare(due, task.due);
        }
    }
}
