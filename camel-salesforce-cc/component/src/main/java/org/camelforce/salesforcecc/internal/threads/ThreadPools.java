package org.camelforce.salesforcecc.internal.threads;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Thread pools with a profile of the component's own, so that the context's default profile (its queue size, its
 * rejected policy) never decides over a subscription. Nothing is rejected before the pool is shut down: flow control
 * bounds what waits. After that everything is rejected by an exception, and nothing is dropped silently.
 */
public final class ThreadPools {

    private static final long KEEP_ALIVE_SECONDS = 60;

    private ThreadPools() {}

    /**
     * To try again what an executor has not taken. Not on an executor's own threads: these may be what is missing.
     *
     * @return runs a short task, which does not block, after a second, on a thread of the JVM's
     */
    public static Executor later() {
        return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    }

    /**
     * @param manager makes and registers the pool
     * @param owner the source of the pool, for management
     * @param name the name of the threads
     * @param threads how many at most, at least 1
     * @return a pool whose queue has no bound
     */
    public static ExecutorService pool(ExecutorServiceManager manager, Object owner, String name, int threads) {
        return manager.newThreadPool(owner, name, profile(threads, Integer.MAX_VALUE));
    }

    /**
     * Such a pool rejects a task when its queue is full; whoever submits tasks must make up for it.
     *
     * @param manager makes and registers the pool
     * @param owner the source of the pool, for management
     * @param name the name of the threads
     * @param threads how many there are before tasks wait, at least 1
     * @param maxThreads how many there are at most, once the queue is full
     * @param maxQueueSize how many tasks wait at most, at least 1
     * @return a pool that grows with its load
     */
    public static ExecutorService growingPool(
            ExecutorServiceManager manager, Object owner, String name, int threads, int maxThreads, int maxQueueSize) {
        ThreadPoolProfile profile = profile(threads, maxQueueSize);
        profile.setMaxPoolSize(Math.max(threads, maxThreads));
        return manager.newThreadPool(owner, name, profile);
    }

    /**
     * Nothing waits in such a pool: each task that finds no idle thread gets one of its own. Whoever submits tasks must
     * bound how many there are.
     *
     * @param manager makes and registers the pool
     * @param owner the source of the pool, for management
     * @param name the name of the threads
     * @return a pool without a queue, which has no thread while it is idle
     */
    public static ExecutorService cachedPool(ExecutorServiceManager manager, Object owner, String name) {
        // without a core thread, Camel makes it a pool of one thread, whatever the maximum is
        ThreadPoolProfile profile = profile(1, 0);
        // a thread that has done its task is idle a little later: a bound would reject the next task meanwhile
        profile.setMaxPoolSize(Integer.MAX_VALUE);
        return manager.newThreadPool(owner, name, profile);
    }

    /**
     * @param manager makes and registers the scheduler
     * @param owner the source of the scheduler, for management
     * @param name the name of the thread
     * @return a scheduler with one thread, whose queue has no bound
     */
    public static ScheduledExecutorService scheduler(ExecutorServiceManager manager, Object owner, String name) {
        return scheduler(manager, owner, name, 1);
    }

    /**
     * @param manager makes and registers the scheduler
     * @param owner the source of the scheduler, for management
     * @param name the name of the threads
     * @param threads how many there are at most, at least 1
     * @return a scheduler whose queue has no bound
     */
    public static ScheduledExecutorService scheduler(
            ExecutorServiceManager manager, Object owner, String name, int threads) {
        // to Camel, -1 is no bound for a scheduler, but no queue at all for a pool
        return manager.newScheduledThreadPool(owner, name, profile(threads, -1));
    }

    private static ThreadPoolProfile profile(int threads, int queueSize) {
        ThreadPoolProfile profile = new ThreadPoolProfile("salesforce-cc");
        profile.setDefaultProfile(false);
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        profile.setMaxQueueSize(queueSize);
        profile.setKeepAliveTime(KEEP_ALIVE_SECONDS);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }
}
