package org.camelforce.salesforcecc.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenLoadTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong ticker = new AtomicLong();

    @Test
    void samplesWhenTheTargetHoldsUpThePacerThenLatencyCountsFromTheIntendedMoment() {
        CountDownLatch held = new CountDownLatch(1);
        OpenLoad load = new OpenLoad(
                whenDone -> {
                    awaitQuietly(held);
                    whenDone.accept(null);
                },
                1_000,
                ticker::get);
        ticker.set(SECOND);
        held.countDown();
        load.await(3);
        load.close();

        assertThat(load.samples().subList(0, 3))
                .extracting(Sample::latency)
                .containsExactly(SECOND, SECOND - SECOND / 1_000, SECOND - 2 * SECOND / 1_000);
    }

    @Test
    void samplesWhenTheTargetFailsThenCountedAndTheLoadGoesOn() {
        OpenLoad load = new OpenLoad(
                whenDone -> {
                    throw new IllegalStateException("not this time");
                },
                1_000,
                ticker::get);
        load.await(2);
        load.close();

        assertThat(load.samples()).hasSizeGreaterThanOrEqualTo(2).allMatch(Sample::isFailed);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
