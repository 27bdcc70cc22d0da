package org.camelforce.salesforcecc.internal.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Camel makes of a profile is what its pool is meant to be. */
@Tag("compatibility")
class ThreadPoolsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        goOn.countDown();
        context.stop();
    }

    @Test
    void cachedPoolWhenTasksBlockThenEachHasAThread() throws Exception {
        int tasks = 20;
        CountDownLatch running = new CountDownLatch(tasks);
        ExecutorService pool = ThreadPools.cachedPool(context.getExecutorServiceManager(), this, "Test");
        Runnable blocks = () -> {
            running.countDown();
            awaitQuietly();
        };

        for (int task = 0; task < tasks; task++) {
            pool.execute(blocks);
        }

        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cachedPoolWhenShutDownThenTasksAreRejected() {
        ExecutorService pool = ThreadPools.cachedPool(context.getExecutorServiceManager(), this, "Test");
        context.getExecutorServiceManager().shutdownNow(pool);

        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void cachedPoolWhenIdleThenItKeepsNoThread() {
        ExecutorService pool = ThreadPools.cachedPool(context.getExecutorServiceManager(), this, "Test");

        assertThat(pool).isInstanceOfSatisfying(ThreadPoolExecutor.class, threads -> assertThat(
                        threads.allowsCoreThreadTimeOut())
                .isTrue());
    }

    private void awaitQuietly() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
