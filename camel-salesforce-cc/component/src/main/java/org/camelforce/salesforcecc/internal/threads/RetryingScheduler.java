package org.camelforce.salesforcecc.internal.threads;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Like {@link RetryingExecutor}, for what is to be done at its time. */
public final class RetryingScheduler extends RetryingExecutor implements ScheduledExecutorService {

    private final ScheduledExecutorService delegate;
    private final LongSupplier ticker;

    /**
     * @param delegate stays its owner's
     * @param name of its thread
     * @param rejected is told of rejections
     * @param ticker nanoseconds
     */
    public RetryingScheduler(
            ScheduledExecutorService delegate, String name, RejectedTasks rejected, LongSupplier ticker) {
        super(delegate, name, rejected);
        this.delegate = delegate;
        this.ticker = ticker;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return schedule(Executors.callable(work), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        AtomicBoolean begun = new AtomicBoolean();
        // a scheduler that cannot start its thread keeps the task in its queue all the same
        Callable<@Nullable V> once = () -> begun.compareAndSet(false, true) ? work.call() : null;
        try {
            return delegate.schedule(once, delay, unit);
        } catch (RejectedExecutionException e) {
            if (isClosing()) {
                throw e;
            }
            return late(once, begun, delay, unit, e);
        } catch (OutOfMemoryError e) {
            return late(once, begun, delay, unit, e);
        }
    }

    /** At once, and so that it is done once, as for what has a delay. */
    @Override
    public void execute(Runnable work) {
        schedule(work, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
        return delegate.scheduleAtFixedRate(work, first, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
        return delegate.scheduleWithFixedDelay(work, first, delay, unit);
    }

    private <V> ScheduledFuture<V> late(
            Callable<V> work, AtomicBoolean begun, long delay, TimeUnit unit, Throwable rejection) {
        Late<V> later = new Late<>(work, begun, ticker.getAsLong() + unit.toNanos(delay));
        rejected(rejection, () -> again(later));
        return later;
    }

    /** On the scheduler's thread: a task that was rejected may still have to wait for its time. */
    private void again(Late<?> late) {
        long rest = late.getDelay(TimeUnit.NANOSECONDS);
        if (rest <= 0) {
            late.run();
        } else {
            late.follow(schedule(late, rest, TimeUnit.NANOSECONDS));
        }
    }

    /** A task that was rejected, until the scheduler takes it. */
    private final class Late<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final AtomicBoolean begun;
        private final long due;
        private volatile @Nullable ScheduledFuture<?> follower;

        private Late(Callable<V> work, AtomicBoolean begun, long due) {
            super(work);
            this.begun = begun;
            this.due = due;
        }

        private void follow(ScheduledFuture<?> scheduled) {
            follower = scheduled;
            if (isCancelled()) {
                scheduled.cancel(false);
            }
        }

        @Override
        public boolean cancel(boolean interrupt) {
            ScheduledFuture<?> scheduled = follower;
            if (scheduled != null) {
                scheduled.cancel(interrupt);
            }
            boolean cancelled = super.cancel(interrupt);
            if (cancelled) {
                // what the scheduler has kept must not do it either
                begun.set(true);
            }
            return cancelled;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - ticker.getAsLong(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
