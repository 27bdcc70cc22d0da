package org.camelforce.salesforcecc.benchmarks.load;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long exchanges took.
 *
 * @param count how many there were
 * @param median 50th percentile, in milliseconds
 * @param p99 99th percentile, in milliseconds
 * @param most the longest, in milliseconds
 */
public record Latency(long count, double median, double p99, double most) {

    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1_000;

    /**
     * @param samples exchanges, possibly none
     * @return their latencies; zeros if there are none
     */
    public static Latency of(Collection<Sample> samples) {
        Histogram micros = new Histogram(DIGITS);
        for (Sample sample : samples) {
            micros.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(sample.latency())));
        }
        return new Latency(
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / MICROS_PER_MILLI,
                micros.getValueAtPercentile(99) / MICROS_PER_MILLI,
                micros.getMaxValue() / MICROS_PER_MILLI);
    }
}
