package org.camelforce.salesforcecc.session;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what an exchange goes on with after an answer has come. A pool that rejects it, because it is shut down or full,
 * would leave the exchange without an end, so a thread is started for it then, as soon as the process may start one.
 * Safe for use by several threads.
 */
public final class ContinuationExecutor extends AbstractExecutorService {

    private static final Logger LOG = LoggerFactory.getLogger(ContinuationExecutor.class);
    private static final String NAME = "SalesforceHttpClient";

    /** Only submits once more. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final CamelContext camelContext;
    private final ExecutorService pool;

    /**
     * @param camelContext names and starts the threads that take over from the pool
     * @param pool asked first
     */
    public ContinuationExecutor(CamelContext camelContext, ExecutorService pool) {
        this.camelContext = camelContext;
        this.pool = pool;
    }

    /** @return the pool that is asked first */
    public ExecutorService pool() {
        return pool;
    }

    @Override
    public void execute(Runnable continuation) {
        try {
            give(continuation);
        } catch (OutOfMemoryError e) {
            LOG.error(
                    "No thread can be started for an exchange, which goes on as soon as one can. Check the memory of this"
                            + " process and how many threads it may start: {}",
                    e.toString());
            LATER.execute(() -> execute(continuation));
        }
    }

    private void give(Runnable continuation) {
        try {
            pool.execute(continuation);
        } catch (RejectedExecutionException e) {
            camelContext
                    .getExecutorServiceManager()
                    .newThread(NAME, continuation)
                    .start();
        }
    }

    @Override
    public void shutdown() {
        pool.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return pool.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return pool.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return pool.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return pool.awaitTermination(timeout, unit);
    }
}
