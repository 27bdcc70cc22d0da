package org.camelforce.salesforcecc.internal.threads;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Loses nothing: what the executor behind it rejects while the component is not closing is submitted again until it is
 * taken. While the component is closing, a rejection is an exception as usual. Safe for use by several threads.
 */
public class RetryingExecutor extends AbstractExecutorService {

    private final ExecutorService delegate;
    private final String name;
    private final RejectedTasks rejected;
    private final BooleanSupplier released;

    /**
     * @param delegate stays its owner's
     * @param name of its threads
     * @param rejected is told of rejections
     */
    public RetryingExecutor(ExecutorService delegate, String name, RejectedTasks rejected) {
        this(delegate, name, rejected, () -> false);
    }

    /**
     * @param delegate stays its owner's
     * @param name of its threads
     * @param rejected is told of rejections
     * @param released whether the executor has been given back, so that a rejection is an exception as usual
     */
    public RetryingExecutor(ExecutorService delegate, String name, RejectedTasks rejected, BooleanSupplier released) {
        this.released = released;
        this.delegate = delegate;
        this.name = name;
        this.rejected = rejected;
    }

    @Override
    public void execute(Runnable work) {
        try {
            delegate.execute(work);
        } catch (RejectedExecutionException e) {
            if (isClosing()) {
                throw e;
            }
            rejected(e, work);
        } catch (OutOfMemoryError e) {
            // no thread could be started, and the work is not in the queue
            rejected(e, work);
        }
    }

    final boolean isClosing() {
        return rejected.isClosing() || released.getAsBoolean();
    }

    /** The work is given to the executor again after a while. */
    final void rejected(Throwable rejection, Runnable work) {
        rejected.rejected(name, rejection);
        submitAgain(work);
    }

    private void submitAgain(Runnable work) {
        rejected.later(() -> {
            try {
                delegate.execute(work);
                rejected.accepted();
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                if (isClosing()) {
                    rejected.accepted();
                } else {
                    submitAgain(work);
                }
            }
        });
    }

    @Override
    public void shutdown() {
        delegate.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return delegate.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return delegate.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return delegate.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return delegate.awaitTermination(timeout, unit);
    }
}
