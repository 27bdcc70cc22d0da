package org.camelforce.salesforcecc.reliability.hunt;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A user's worker pool of one thread and a short queue, which behaves as it is told. Safe for use by several threads.
 */
final class FickleWorkers extends AbstractExecutorService {

    private static final int QUEUE = 3;
    private static final long SLOW_MILLIS = 300;

    /** What it does with a task. */
    enum Mode {
        /** Runs it on its thread, and rejects it when its queue is full. */
        BOUNDED,
        /** Rejects each one. */
        REJECTING,
        /** Drops each one without a word. */
        DISCARDING,
        /** Takes its time before each one. */
        SLOW,
        /** Runs it on the caller's thread when the queue is full. */
        CALLER_RUNS,
        /** Runs it on the caller's thread. */
        DIRECT
    }

    private final ExecutorService threads;
    private final Semaphore never = new Semaphore(0);
    private final Mode usual;
    private volatile Mode mode;

    FickleWorkers(Mode usual) {
        this.usual = usual;
        this.mode = usual;
        this.threads = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
            Thread thread = new Thread(task, "fickle-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    void behave(Mode now) {
        mode = now;
    }

    void heal() {
        mode = usual;
    }

    @Override
    public void execute(Runnable task) {
        switch (mode) {
            case REJECTING -> throw new RejectedExecutionException("rejected (injected)");
            case DISCARDING -> {}
            case DIRECT -> task.run();
            case SLOW ->
                threads.execute(() -> {
                    pause();
                    task.run();
                });
            case CALLER_RUNS -> {
                try {
                    threads.execute(task);
                } catch (RejectedExecutionException e) {
                    task.run();
                }
            }
            default -> threads.execute(task);
        }
    }

    private void pause() {
        try {
            never.tryAcquire(SLOW_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }

    @Override
    public String toString() {
        return usual.toString();
    }
}
