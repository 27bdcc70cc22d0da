package org.camelforce.salesforcecc.reliability;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes several runs at the same time. */
final class AtOnce {

    private AtOnce() {}

    /**
     * Waits for all of them.
     *
     * @param runs each gets a thread
     * @param out gets the stack traces of those that fail
     * @return the results of the others
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    static <T> List<T> results(List<Callable<T>> runs, PrintWriter out) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, runs.size()));
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> run : threads.invokeAll(runs)) {
                try {
                    results.add(run.get());
                } catch (ExecutionException e) {
                    e.printStackTrace(out);
                }
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
