package org.camelforce.salesforcecc.events;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Loses nothing: what the executor behind it refuses while the component is not closing is given to it again until it
 * takes it. While the component is closing, a refusal is an exception as usual.
 */
class SureExecutor extends AbstractExecutorService {

    /** Not on the executor's own threads: these may be what is missing. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final ExecutorService delegate;
    private final String name;
    private final RefusedWork refused;

    /**
     * @param delegate stays its owner's
     * @param name of its threads
     * @param refused hears of refusals
     */
    SureExecutor(ExecutorService delegate, String name, RefusedWork refused) {
        this.delegate = delegate;
        this.name = name;
        this.refused = refused;
    }

    @Override
    public void execute(Runnable work) {
        try {
            delegate.execute(work);
        } catch (RejectedExecutionException e) {
            if (refused.isClosing()) {
                throw e;
            }
            refused(e, work);
        } catch (OutOfMemoryError e) {
            // no thread could be started, and the work is not in the queue
            refused(e, work);
        }
    }

    final boolean isClosing() {
        return refused.isClosing();
    }

    /** The work is given to the executor again after a while. */
    final void refused(Throwable refusal, Runnable work) {
        refused.refused(name, refusal);
        makeUp(work);
    }

    private void makeUp(Runnable work) {
        LATER.execute(() -> {
            try {
                delegate.execute(work);
                refused.madeUp();
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                if (refused.isClosing()) {
                    refused.madeUp();
                } else {
                    makeUp(work);
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
