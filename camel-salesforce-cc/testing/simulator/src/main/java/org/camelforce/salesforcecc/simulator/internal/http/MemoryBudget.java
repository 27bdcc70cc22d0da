package org.camelforce.salesforcecc.simulator.internal.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Lets requests wait, in their order, while those before them need the memory. Holds no thread. One request is always
 * let through, however large it is. Safe for use by several threads.
 */
final class MemoryBudget {

    // What is made of a body while it is parsed, checked, and stored takes several times its length.
    private static final int SHARE_OF_HEAP = 10;

    private final long max;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private long used;

    private record Waiting(long bytes, Runnable next) {}

    /** @param max bytes of the bodies that are served at a time */
    MemoryBudget(long max) {
        this.max = max;
    }

    static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Takes bytes now, or later.
     *
     * @param next called when they are taken; at once, or by what releases others
     */
    void take(long bytes, Runnable next) {
        synchronized (this) {
            if (!queue.isEmpty() || !hasRoom(bytes)) {
                queue.add(new Waiting(bytes, next));
                return;
            }
            used += bytes;
        }
        next.run();
    }

    void release(long bytes) {
        List<Runnable> ready = new ArrayList<>();
        synchronized (this) {
            used -= bytes;
            for (Waiting first = queue.peek(); first != null && hasRoom(first.bytes); first = queue.peek()) {
                used += first.bytes;
                ready.add(first.next);
                queue.remove();
            }
        }
        ready.forEach(Runnable::run);
    }

    private boolean hasRoom(long bytes) {
        return used == 0 || used + bytes <= max;
    }
}
