package org.camelforce.salesforcecc.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.junit.jupiter.api.Test;

class ContinuationExecutorTest {

    private static final int THOUSANDS = 3_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualScheduler time = new ManualScheduler();

    @Test
    void executeWhenNoThreadCanBeStartedThenTheContinuationRunsOnceOneCan() throws Exception {
        ExecutorService full = Executors.newSingleThreadExecutor();
        full.shutdown();
        AtomicInteger starts = new AtomicInteger();
        AtomicBoolean ran = new AtomicBoolean();
        try (CamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager()
                    .addThreadFactoryListener((source, factory) -> work -> new Thread(work) {
                        @Override
                        public void start() {
                            if (starts.incrementAndGet() == 1) {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                            super.start();
                        }
                    });

            executor(context, full).execute(() -> ran.set(true));
            time.advance(SECOND);

            await().atMost(Duration.ofSeconds(30)).untilTrue(ran);
        }
    }

    @Test
    void executeWhenThousandsWaitBehindBusyRoutesThenFewThreadsAndEachRunsOnce() throws Exception {
        ExecutorService full = Executors.newSingleThreadExecutor();
        full.shutdown();
        AtomicInteger runs = new AtomicInteger();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch busy = new CountDownLatch(1);
        try (CamelContext context = new DefaultCamelContext()) {
            ContinuationExecutor executor = executor(context, full);
            for (int i = 0; i < THOUSANDS; i++) {
                executor.execute(() -> {
                    threads.add(Thread.currentThread());
                    awaitQuietly(busy);
                    runs.incrementAndGet();
                });
            }
            await().until(() -> threads.size() >= ContinuationExecutor.MAX_HELPERS);
            int atOnce = threads.size();
            busy.countDown();

            await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() == THOUSANDS);
            assertThat(atOnce).isLessThan(2 * ContinuationExecutor.MAX_HELPERS);
            assertThat(threads).hasSizeLessThan(3 * ContinuationExecutor.MAX_HELPERS);
        }
    }

    @Test
    void executeWhenAllRoutesWaitForWhatWaitsBehindThemThenItRunsAllTheSame() throws Exception {
        ExecutorService full = Executors.newSingleThreadExecutor();
        full.shutdown();
        CountDownLatch last = new CountDownLatch(1);
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        try (CamelContext context = new DefaultCamelContext()) {
            ContinuationExecutor executor = executor(context, full);
            for (int i = 0; i < ContinuationExecutor.MAX_HELPERS; i++) {
                executor.execute(() -> {
                    waiting.incrementAndGet();
                    awaitQuietly(last);
                    runs.incrementAndGet();
                });
            }

            executor.execute(last::countDown);
            await().until(() -> waiting.get() == ContinuationExecutor.MAX_HELPERS);
            assertThat(last.getCount()).isOne();
            time.advance(SECOND.multipliedBy(2));

            await().atMost(Duration.ofSeconds(30)).until(() -> runs.get() == ContinuationExecutor.MAX_HELPERS);
        }
    }

    private ContinuationExecutor executor(CamelContext context, ExecutorService pool) {
        return new ContinuationExecutor(context, pool, work -> time.schedule(work, 1, TimeUnit.SECONDS));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
