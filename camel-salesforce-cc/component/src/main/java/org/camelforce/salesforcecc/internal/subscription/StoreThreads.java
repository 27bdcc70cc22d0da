package org.camelforce.salesforcecc.internal.subscription;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;
import org.camelforce.salesforcecc.internal.threads.RetryingExecutor;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.replay.ReplayStore;

/**
 * The threads that may block: a few for each store, so that a store which does not answer holds up its own
 * subscriptions and no others. They end when they have nothing to do. What waits for them is bounded by the number of
 * subscriptions, each of which has one write under way at most. Safe for use by several threads.
 */
final class StoreThreads implements AutoCloseable {

    private static final String NAME = "SalesforceCcPositions";
    private static final int THREADS = 8;

    private final ExecutorServiceManager manager;
    private final Object owner;
    private final RejectedTasks rejected;
    private final Map<ReplayStore, Pool> pools = new IdentityHashMap<>();

    private static final class Pool {

        private final ExecutorService threads;
        private int users;
        private volatile boolean released;

        private Pool(ExecutorService threads) {
            this.threads = threads;
        }
    }

    StoreThreads(ExecutorServiceManager manager, Object owner, RejectedTasks rejected) {
        this.manager = manager;
        this.owner = owner;
        this.rejected = rejected;
    }

    /** {@return the threads of a store; to be released when the subscription is removed} */
    synchronized Executor acquire(ReplayStore store) {
        Pool pool = pools.computeIfAbsent(store, any -> new Pool(ThreadPools.pool(manager, owner, NAME, THREADS)));
        pool.users++;
        return new RetryingExecutor(pool.threads, NAME, rejected, () -> pool.released);
    }

    synchronized void release(ReplayStore store) {
        Pool pool = pools.get(store);
        if (pool != null && --pool.users == 0) {
            pools.remove(store);
            pool.released = true;
            manager.shutdown(pool.threads);
        }
    }

    /** Lets what is under way come to its end. */
    @Override
    public synchronized void close() {
        pools.values().forEach(pool -> manager.shutdown(pool.threads));
        pools.clear();
    }
}
