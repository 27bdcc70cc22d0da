package org.camelforce.salesforcecc.session;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Runs what an exchange goes on with after an answer has come. A pool that rejects it, because it is shut down or full,
 * would leave the exchange without an end, so a thread is started for it then. Safe for use by several threads.
 */
public final class ContinuationExecutor extends AbstractExecutorService {

    private static final String NAME = "SalesforceHttpClient";

    private final CamelContext camelContext;
    private final ExecutorService pool;

    /**
     * A pool that rejects nothing before it is shut down, and then says so: the requests under way bound its queue, and
     * the policy of Camel's default profile loses what comes after the shutdown without a word.
     *
     * @param camelContext has the threads
     * @param owner what the threads are for
     * @param size how many threads are kept
     * @param maxSize how many there may be
     * @return a pool, to be shut down through the context
     */
    public static ExecutorService newPool(CamelContext camelContext, Object owner, int size, int maxSize) {
        ThreadPoolProfile profile = new ThreadPoolProfile(NAME);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(maxSize);
        profile.setMaxQueueSize(-1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return camelContext.getExecutorServiceManager().newThreadPool(owner, NAME, profile);
    }

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
