package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * What runs a consumer's route.
 *
 * @param pool runs tasks, in whatever way; one that rejects them, drops them or runs them on the calling thread holds
 *     events back, but never runs the route on a thread of the component's own
 * @param parallel how many events at most are given to the route at the same time, at least 1; 1 keeps their order
 */
record WorkerPool(Executor pool, int parallel) {

    /** Whether a task certainly waits in the pool; false if it does not, or if the pool does not tell. */
    boolean holds(Runnable task) {
        try {
            return pool instanceof ThreadPoolExecutor threads
                    && threads.getQueue().contains(task);
        } catch (RuntimeException | Error e) {
            // a queue of the user's may not be made for that
            return false;
        }
    }
}
