package org.camelforce.salesforcecc.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass while a load runs. */
public final class Pause {

    private Pause() {}

    /**
     * @param length how long the caller waits
     * @throws InterruptedException if it is interrupted meanwhile
     */
    public static void of(Duration length) throws InterruptedException {
        // not a join, during which a thread of a fork-join pool would take on other work
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture.delayedExecutor(length.toNanos(), TimeUnit.NANOSECONDS)
                .execute(over::countDown);
        over.await();
    }
}
