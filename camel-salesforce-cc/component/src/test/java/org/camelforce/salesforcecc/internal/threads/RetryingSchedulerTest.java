package org.camelforce.salesforcecc.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No step is lost, whatever refuses it. */
class RetryingSchedulerTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicBoolean full = new AtomicBoolean(true);
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1) {
        @Override
        public java.util.concurrent.ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
            refuse();
            return super.schedule(work, delay, unit);
        }

        @Override
        public <V> java.util.concurrent.ScheduledFuture<V> schedule(
                java.util.concurrent.Callable<V> work, long delay, TimeUnit unit) {
            refuse();
            return super.schedule(work, delay, unit);
        }
    };
    private final ManualScheduler time = new ManualScheduler();
    private final RejectedTasks refused =
            new RejectedTasks(time::ticker, work -> time.schedule(work, 1, TimeUnit.SECONDS));
    private final RetryingScheduler scheduler = new RetryingScheduler(threads, "Test", refused, () -> 0);

    @AfterEach
    void shutDown() {
        threads.shutdownNow();
    }

    @Test
    void scheduleWhenRefusedThenAnErrorInTheLogAReasonAndMadeUpFor() {
        CountDownLatch done = new CountDownLatch(1);
        try (LogLines lines = LogLines.from(Level.ERROR)) {
            scheduler.schedule(done::countDown, 0, TimeUnit.SECONDS);
            assertThat(lines.with("The threads Test reject tasks")).hasSize(1);
        }
        assertThat(refused.reason()).contains("Test").contains("no room");
        full.set(false);
        time.advance(SECOND);

        await().until(() -> done.getCount() == 0);
        assertThat(refused.reason()).isNull();
    }

    @Test
    void executeWhenRefusedThenMadeUpFor() {
        CountDownLatch done = new CountDownLatch(1);
        scheduler.execute(done::countDown);
        full.set(false);
        time.advance(SECOND);

        await().until(() -> done.getCount() == 0);
    }

    @Test
    void executeWhenRefusedForLongThenTriedEachSecond() {
        CountDownLatch done = new CountDownLatch(1);
        scheduler.execute(done::countDown);

        time.advance(SECOND.multipliedBy(20));

        assertThat(time.delays()).hasSize(21).containsOnly(SECOND);
        assertThat(refused.reason()).contains("no room");
        full.set(false);
        time.advance(SECOND);
        await().until(() -> done.getCount() == 0);
        assertThat(refused.reason()).isNull();
    }

    @Test
    void scheduleWhenNoThreadCanBeStartedThenDoneOnceWhenOneCan() {
        AtomicInteger starts = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        ScheduledThreadPoolExecutor starved = new ScheduledThreadPoolExecutor(1, work -> {
            if (starts.incrementAndGet() <= 2) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(work);
        });
        RetryingScheduler retrying = new RetryingScheduler(starved, "Test", refused, () -> 0);

        retrying.schedule(done::incrementAndGet, 0, TimeUnit.SECONDS);
        retrying.execute(done::incrementAndGet);
        assertThat(refused.reason()).contains("unable to create native thread");
        time.advance(SECOND);

        assertThat(refused.reason()).isNull();
        await().until(() -> starved.getQueue().isEmpty() && starved.getActiveCount() == 0);
        assertThat(done).hasValue(2);
        starved.shutdownNow();
    }

    @Test
    void cancelWhenNoThreadCouldBeStartedThenNotDone() {
        AtomicInteger starts = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        CountDownLatch another = new CountDownLatch(1);
        ScheduledThreadPoolExecutor starved = new ScheduledThreadPoolExecutor(1, work -> {
            if (starts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return new Thread(work);
        });
        RetryingScheduler retrying = new RetryingScheduler(starved, "Test", refused, () -> 0);

        // the scheduler keeps it in its queue
        Future<?> cancelled = retrying.schedule(done::incrementAndGet, 0, TimeUnit.SECONDS);
        cancelled.cancel(false);
        retrying.schedule(another::countDown, 1, TimeUnit.MILLISECONDS);

        await().until(() -> another.getCount() == 0);
        time.advance(SECOND);
        await().until(() -> refused.reason() == null);
        assertThat(done).hasValue(0);
        starved.shutdownNow();
    }

    @Test
    void cancelWhenRefusedThenNotDone() {
        AtomicInteger done = new AtomicInteger();
        Future<?> cancelled = scheduler.schedule(done::incrementAndGet, 0, TimeUnit.SECONDS);
        cancelled.cancel(false);
        full.set(false);
        time.advance(SECOND);

        assertThat(refused.reason()).isNull();
        assertThat(done).hasValue(0);
    }

    @Test
    void scheduleWhenClosingThenRefusedAsUsual() {
        refused.closing();

        assertThatThrownBy(() -> scheduler.schedule(() -> {}, 0, TimeUnit.SECONDS))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @ParameterizedTest
    @EnumSource(ThreadPoolRejectedPolicy.class)
    void ownThreadsWhenTheContextsDefaultProfileIsNarrowThenNothingIsRejected(ThreadPoolRejectedPolicy policy)
            throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ThreadPoolProfile narrow = context.getExecutorServiceManager().getDefaultThreadPoolProfile();
            narrow.setMaxQueueSize(2);
            narrow.setRejectedPolicy(policy);
            AtomicInteger done = new AtomicInteger();
            var ownScheduler = ThreadPools.scheduler(context.getExecutorServiceManager(), this, "Test");
            var ownPool = ThreadPools.pool(context.getExecutorServiceManager(), this, "Test", 2);
            for (int i = 0; i < 2000; i++) {
                ownScheduler.schedule(done::incrementAndGet, 100, TimeUnit.MILLISECONDS);
                ownPool.execute(done::incrementAndGet);
            }

            await().untilAtomic(done, org.hamcrest.Matchers.is(4000));
            ownPool.shutdownNow();
            assertThatThrownBy(() -> ownPool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    private void refuse() {
        if (full.get()) {
            throw new RejectedExecutionException("no room");
        }
    }
}
