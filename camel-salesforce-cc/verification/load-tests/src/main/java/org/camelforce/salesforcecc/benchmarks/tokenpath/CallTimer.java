package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Measures calls in slices of equally many, after calls that only warm up the JVM. */
final class CallTimer {

    private static final int MAX_SLICES_OF_WARM_UP = 40;

    private final Duration warmUp;
    private final int slices;
    private final Duration slice;
    private final LongSupplier ticker;

    /**
     * @param warmUp how long calls are made before, about
     * @param slices how many are measured
     * @param slice how long one takes, about
     * @param ticker nanoseconds
     */
    CallTimer(Duration warmUp, int slices, Duration slice, LongSupplier ticker) {
        this.warmUp = warmUp;
        this.slices = slices;
        this.slice = slice;
        this.ticker = ticker;
    }

    /**
     * Measures a call.
     *
     * @param callers how many threads make it, each as fast as it can
     * @param maxCalls how many calls a slice has at most
     * @param call the call
     * @return nanoseconds between the ends of two calls, whichever threads made them: that of the fastest slice, which
     *     what else runs on the machine has disturbed least
     * @throws Exception what a call has thrown
     */
    double nanos(int callers, int maxCalls, Call call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            warmUp(threads, callers, maxCalls, call);
            int calls = enough(threads, callers, maxCalls, call);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < slices; i++) {
                least = Math.min(least, run(threads, callers, calls, call));
            }
            return (double) least / ((long) calls * callers);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until the JVM has compiled most of it. */
    private void warmUp(ExecutorService threads, int callers, int maxCalls, Call call) throws Exception {
        long made = 0;
        int calls = 1;
        for (long passed = 0; passed < warmUp.toNanos() && made < (long) maxCalls * MAX_SLICES_OF_WARM_UP; ) {
            passed += run(threads, callers, calls, call);
            made += calls;
            calls = Math.min(maxCalls, calls * 2);
        }
    }

    private int enough(ExecutorService threads, int callers, int maxCalls, Call call) throws Exception {
        int calls = 1;
        while (calls < maxCalls && run(threads, callers, calls, call) < slice.toNanos()) {
            calls = Math.min(maxCalls, calls * 2);
        }
        return calls;
    }

    private long run(ExecutorService threads, int callers, int calls, Call call) throws Exception {
        Callable<Void> caller = () -> {
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            return null;
        };
        List<Callable<Void>> all = new ArrayList<>(Collections.nCopies(callers, caller));
        long began = ticker.getAsLong();
        for (Future<Void> done : threads.invokeAll(all)) {
            done.get();
        }
        return ticker.getAsLong() - began;
    }
}
