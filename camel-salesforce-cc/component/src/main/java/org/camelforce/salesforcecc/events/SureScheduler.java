package org.camelforce.salesforcecc.events;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Like {@link SureExecutor}, for what is to be done at its time. */
final class SureScheduler extends SureExecutor implements ScheduledExecutorService {

    private final ScheduledExecutorService delegate;
    private final LongSupplier ticker;

    /**
     * @param delegate stays its owner's
     * @param name of its thread
     * @param refused hears of refusals
     * @param ticker nanoseconds
     */
    SureScheduler(ScheduledExecutorService delegate, String name, RefusedWork refused, LongSupplier ticker) {
        super(delegate, name, refused);
        this.delegate = delegate;
        this.ticker = ticker;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return schedule(Executors.callable(work), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        try {
            return delegate.schedule(work, delay, unit);
        } catch (RejectedExecutionException e) {
            if (isClosing()) {
                throw e;
            }
            MadeUp<V> later = new MadeUp<>(work, ticker.getAsLong() + unit.toNanos(delay));
            refused(e, () -> again(later));
            return later;
        }
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
        return delegate.scheduleAtFixedRate(work, first, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
        return delegate.scheduleWithFixedDelay(work, first, delay, unit);
    }

    /** On the scheduler's thread: what has been made up for may still have to wait for its time. */
    private void again(MadeUp<?> late) {
        long rest = late.getDelay(TimeUnit.NANOSECONDS);
        if (rest <= 0) {
            late.run();
        } else {
            late.follow(schedule(late, rest, TimeUnit.NANOSECONDS));
        }
    }

    /** What was refused, until the scheduler takes it. */
    private final class MadeUp<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long due;
        private volatile @Nullable ScheduledFuture<?> follower;

        private MadeUp(Callable<V> work, long due) {
            super(work);
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
            return super.cancel(interrupt);
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
