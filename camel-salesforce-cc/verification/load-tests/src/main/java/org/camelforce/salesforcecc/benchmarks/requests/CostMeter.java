package org.camelforce.salesforcecc.benchmarks.requests;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/** Measures calls of this process. */
final class CostMeter {

    private static final long MAX_NANOS = 60_000_000_000L;
    private static final double NANOS_OF_MICRO = 1_000;
    private static final double NANOS_OF_SECOND = 1_000_000_000;
    private static final double PERCENTILE = 99;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LongSupplier ticker;

    /** @param ticker nanoseconds */
    CostMeter(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /**
     * @param callers how many threads call, each as fast as it can
     * @param nanos how long
     * @return what a call has cost
     */
    Cost measure(Client client, int callers, long nanos) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            // threads that are there before are counted before
            run(pool, client, callers, nanos / 10);
            long cpu = system.getProcessCpuTime();
            long bytes = allocated();
            long began = ticker.getAsLong();
            Histogram latencies = run(pool, client, callers, nanos);
            long took = ticker.getAsLong() - began;
            double calls = latencies.getTotalCount();
            return new Cost(
                    (system.getProcessCpuTime() - cpu) / calls / NANOS_OF_MICRO,
                    (allocated() - bytes) / calls,
                    calls / (took / NANOS_OF_SECOND),
                    latencies.getValueAtPercentile(PERCENTILE) / NANOS_OF_MICRO);
        } finally {
            pool.shutdownNow();
        }
    }

    private Histogram run(ExecutorService pool, Client client, int callers, long nanos) throws Exception {
        long end = ticker.getAsLong() + nanos;
        Callable<Histogram> caller = () -> {
            Histogram latencies = new Histogram(MAX_NANOS, 2);
            for (long now = ticker.getAsLong(); now - end < 0; ) {
                client.call();
                long then = ticker.getAsLong();
                latencies.recordValue(Math.min(MAX_NANOS, then - now));
                now = then;
            }
            return latencies;
        };
        List<Callable<Histogram>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(caller);
        }
        Histogram sum = new Histogram(MAX_NANOS, 2);
        for (Future<Histogram> done : pool.invokeAll(all)) {
            sum.add(done.get());
        }
        return sum;
    }

    private long allocated() {
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
