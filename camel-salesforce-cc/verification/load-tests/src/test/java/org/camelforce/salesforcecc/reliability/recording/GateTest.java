package org.camelforce.salesforcecc.reliability.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Set<Thread.State> AT_REST = EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED);

    private final List<KillPoint> closed = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Gate gate = new Gate(point -> {
        closed.add(point);
        closing.countDown();
    });

    @Test
    void passWhenNothingIsOrderedThenReturns() {
        gate.pass(KillPoint.ROUTED);

        assertThat(closed).isEmpty();
    }

    @Test
    void passWhenItIsTheOrderedPassageThenStandsStill() throws Exception {
        gate.order(KillPoint.ROUTED, 2);
        gate.pass(KillPoint.ROUTED);
        gate.pass(KillPoint.RECEIVED);
        assertThat(closed).isEmpty();

        Thread passing = started(() -> gate.pass(KillPoint.ROUTED));

        assertThat(closing.await(30, TimeUnit.SECONDS)).isTrue();
        assertStandsStill(passing);
        assertStandsStill(started(gate::check));
        assertThat(closed).containsExactly(KillPoint.ROUTED);
    }

    private static Thread started(Runnable passage) {
        Thread thread = new Thread(passage);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits, and waits again after it has noticed an interruption. */
    private static void assertStandsStill(Thread thread) {
        thread.interrupt();
        await().until(() -> !thread.isInterrupted() && AT_REST.contains(thread.getState()));
        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    }
}
