package org.camelforce.salesforcecc.reliability.recording;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.jspecify.annotations.Nullable;

/**
 * Lets a process stand still at an exact point: the thread that passes it, and every other one that passes any point
 * after that, waits for good. Safe for use by several threads.
 */
public final class Gate {

    private final Consumer<KillPoint> onClosed;
    private final CountDownLatch never = new CountDownLatch(1);
    private @Nullable KillPoint ordered;
    private int left;
    private boolean closed;

    /** @param onClosed hears, once, that the process stands still */
    public Gate(Consumer<KillPoint> onClosed) {
        this.onClosed = onClosed;
    }

    /**
     * Orders a stop.
     *
     * @param point where
     * @param count at which passage of that point from now on
     */
    public synchronized void order(KillPoint point, int count) {
        ordered = point;
        left = count;
    }

    /** Waits for good if the process stands still. */
    void check() {
        if (isClosed()) {
            waitForGood();
        }
    }

    /** Passes a point, unless the process stands still already or this is where it has to. */
    void pass(KillPoint point) {
        if (closesAt(point)) {
            onClosed.accept(point);
        }
        check();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean closesAt(KillPoint point) {
        if (closed || point != ordered) {
            return false;
        }
        left--;
        closed = left <= 0;
        return closed;
    }

    private void waitForGood() {
        boolean over = false;
        while (!over) {
            try {
                never.await();
                over = true;
            } catch (InterruptedException e) {
                // nothing but the end of the process ends this
            }
        }
    }
}
