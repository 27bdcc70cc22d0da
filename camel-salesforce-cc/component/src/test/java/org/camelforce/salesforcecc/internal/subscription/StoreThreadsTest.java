package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.threads.RejectedTasks;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreThreadsTest {

    private static final int HANGING = 2_000;

    private final CamelContext context = new DefaultCamelContext();
    private final StoreThreads threads = new StoreThreads(
            context.getExecutorServiceManager(), this, new RejectedTasks(() -> 0, ThreadPools.later()));
    private final CountDownLatch hang = new CountDownLatch(1);

    @AfterEach
    void close() throws Exception {
        hang.countDown();
        threads.close();
        context.close();
    }

    @Test
    void storeWhenItNeverAnswersThenThoseOfAnotherStoreGoOnAndNothingRunsOnTheCallersThread() throws Exception {
        ReplayStore hanging = new MemoryReplayStore();
        Executor itsThreads = threads.acquire(hanging);
        for (int i = 0; i < HANGING; i++) {
            itsThreads.execute(this::hang);
        }
        CountDownLatch done = new CountDownLatch(1);
        threads.acquire(new MemoryReplayStore()).execute(done::countDown);

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void releaseWhenAnotherSubscriptionUsesTheStoreThenItsThreadsStay() throws Exception {
        ReplayStore store = new MemoryReplayStore();
        threads.acquire(store);
        Executor itsThreads = threads.acquire(store);
        threads.release(store);
        CountDownLatch done = new CountDownLatch(1);
        itsThreads.execute(done::countDown);

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void executeWhenTheThreadsWereReleasedThenRejectedAndNotTriedAgain() {
        ReplayStore store = new MemoryReplayStore();
        Executor itsThreads = threads.acquire(store);
        threads.release(store);

        assertThatThrownBy(() -> itsThreads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private void hang() {
        try {
            hang.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
