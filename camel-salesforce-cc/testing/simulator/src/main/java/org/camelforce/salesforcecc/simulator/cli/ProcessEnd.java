package org.camelforce.salesforcecc.simulator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGINT or SIGTERM, after which the process ends as soon as everything is closed, with the program's own
 * exit code. Signals are heard from the construction on.
 */
final class ProcessEnd implements StopSignal {

    private static final long SECONDS_TO_CLOSE = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private volatile int exitCode = 1;

    ProcessEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "salesforce-simulator-stop"));
    }

    @Override
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Says that everything is closed, and ends the process. */
    void reached(int code) {
        exitCode = code;
        reached.countDown();
        System.exit(code);
    }

    // A JVM that merely lets its hooks run answers a signal with exit code 128 + n, which service managers report as a
    // failure; a hook may not call exit, only halt.
    private void end() {
        asked.countDown();
        try {
            boolean closed = reached.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(closed ? exitCode : 1);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
