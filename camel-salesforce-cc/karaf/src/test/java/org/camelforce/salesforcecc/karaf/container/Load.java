package org.camelforce.salesforcecc.karaf.container;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One request after the other, until it is closed. */
public final class Load implements AutoCloseable {

    private final AtomicInteger done = new AtomicInteger();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    private Load(Runnable request) {
        thread = new Thread(() -> run(request), "load");
        thread.start();
    }

    /** Starts it. */
    public static Load of(Runnable request) {
        return new Load(request);
    }

    /** Waits until so many more requests were answered or failed. */
    public void awaitAnother(int requests) {
        int enough = done.get() + requests;
        await().until(() -> done.get() >= enough);
    }

    /** What came instead of answers. */
    public List<Exception> failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }

    private void run(Runnable request) {
        while (!ended) {
            try {
                request.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
            done.incrementAndGet();
        }
    }
}
