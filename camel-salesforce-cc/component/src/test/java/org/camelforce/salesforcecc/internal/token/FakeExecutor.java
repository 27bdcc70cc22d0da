package org.camelforce.salesforcecc.internal.token;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** An executor of a test's that has no threads. */
public abstract class FakeExecutor extends AbstractExecutorService {

    private volatile boolean shutdown;

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public final List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public final boolean isShutdown() {
        return shutdown;
    }

    @Override
    public final boolean isTerminated() {
        return shutdown;
    }

    @Override
    public final boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }
}
