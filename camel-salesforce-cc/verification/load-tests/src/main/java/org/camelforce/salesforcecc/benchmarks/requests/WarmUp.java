package org.camelforce.salesforcecc.benchmarks.requests;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Calls a client until the JIT compiler of this process has next to nothing left to do. */
final class WarmUp {

    private static final long SLICE_MILLIS = 1_000;
    private static final double QUIET = 0.05;
    private static final int QUIET_SLICES = 3;

    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final CostMeter meter;
    private final long maxMillis;

    /**
     * @param meter makes the calls
     * @param maxMillis how long at most
     */
    WarmUp(CostMeter meter, long maxMillis) {
        this.meter = meter;
        this.maxMillis = maxMillis;
    }

    /** @param callers how many threads call */
    void run(Client client, int callers) throws Exception {
        int quiet = 0;
        for (long left = maxMillis; left > 0 && quiet < QUIET_SLICES; left -= SLICE_MILLIS) {
            long slice = Math.min(left, SLICE_MILLIS);
            long before = compiler.getTotalCompilationTime();
            meter.measure(client, callers, TimeUnit.MILLISECONDS.toNanos(slice));
            quiet = compiler.getTotalCompilationTime() - before < QUIET * slice ? quiet + 1 : 0;
        }
    }
}
