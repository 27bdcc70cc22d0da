package org.camelforce.salesforcecc.internal.threads;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what an exchange goes on with after an answer has come. A pool that rejects it, because it is shut down or full,
 * would leave the exchange without an end, so threads of this class's own take over: up to {@value #MAX_HELPERS} at
 * once, and one more each second in which none of them has taken anything, because the routes on these threads may wait
 * for exchanges that wait here. Safe for use by several threads; nothing is called under its lock.
 */
public final class ContinuationExecutor extends AbstractExecutorService {

    /** How many threads take over at once. */
    static final int MAX_HELPERS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ContinuationExecutor.class);
    private static final String NAME = "SalesforceHttpClient";

    private final CamelContext camelContext;
    private final ExecutorService pool;
    private final Executor later;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int helpers;
    private long taken;
    private long takenAtLastLook;
    private boolean looksLater;
    private boolean told;

    /**
     * @param camelContext names and starts the threads that take over from the pool
     * @param pool asked first
     * @param later runs a short task after a second, on no thread of the pool
     */
    public ContinuationExecutor(CamelContext camelContext, ExecutorService pool, Executor later) {
        this.camelContext = camelContext;
        this.pool = pool;
        this.later = later;
    }

    /** @return the pool that is asked first */
    public ExecutorService pool() {
        return pool;
    }

    @Override
    public void execute(Runnable continuation) {
        try {
            pool.execute(continuation);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            synchronized (this) {
                waiting.add(continuation);
            }
            help(false);
        }
    }

    /** Starts a thread if there is room for one, or if what waits does not move. */
    private void help(boolean despiteOthers) {
        boolean look;
        boolean start;
        synchronized (this) {
            look = !looksLater;
            looksLater = true;
            start = despiteOthers || helpers < MAX_HELPERS;
            if (start) {
                helpers++;
            }
        }
        if (look) {
            later.execute(this::look);
        }
        if (start) {
            start();
        }
    }

    private void start() {
        try {
            camelContext.getExecutorServiceManager().newThread(NAME, this::work).start();
        } catch (OutOfMemoryError e) {
            boolean tell;
            synchronized (this) {
                helpers--;
                tell = !told;
                told = true;
            }
            if (tell) {
                LOG.error(
                        "No thread can be started for an exchange, which continues as soon as a thread is free. Check the"
                                + " memory of this process and how many threads it can start: {}",
                        e.toString());
            }
        }
    }

    private void look() {
        boolean moves;
        synchronized (this) {
            looksLater = false;
            if (waiting.isEmpty()) {
                return;
            }
            moves = taken != takenAtLastLook;
            takenAtLastLook = taken;
        }
        help(!moves);
    }

    private void work() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (Throwable e) {
                LOG.error("A defect while an exchange continued", e);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            helpers--;
        } else {
            taken++;
            told = false;
        }
        return next;
    }

    /**
     * Shuts the pool down. What it has not begun in time goes on all the same, because exchanges wait for it.
     *
     * @throws InterruptedException if the thread is interrupted while it waits for the pool
     */
    public void end() throws InterruptedException {
        ExecutorServiceManager threads = camelContext.getExecutorServiceManager();
        pool.shutdown();
        try {
            threads.awaitTermination(pool, threads.getShutdownAwaitTermination());
        } finally {
            pool.shutdownNow().forEach(this::execute);
            threads.shutdown(pool);
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
