package org.camelforce.salesforcecc.benchmarks.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.benchmarks.load.Latency;
import org.camelforce.salesforcecc.benchmarks.load.Sample;

/**
 * Latencies around some moments and in the quiet rest of a run. Around a moment are the second in which it lies, the
 * one before and the one after, counted from the start of the load. The first two seconds, in which connections are
 * opened, do not count.
 *
 * @param quiet all other seconds
 * @param around the seconds around the moments
 * @param quietLeast the least 99th percentile, in milliseconds, of a stretch of quiet seconds that is as long as those
 *     around the moments together; with {@code quietMost}, it tells by how much that figure varies without any moment
 * @param quietMost the greatest one
 */
public record LatencyAround(Latency quiet, Latency around, double quietLeast, double quietMost) {

    private static final long FIRST_SECOND = 2;

    static LatencyAround of(List<Long> moments, Collection<Sample> samples, long began) {
        Set<Long> around = new TreeSet<>();
        for (long moment : moments) {
            long second = TimeUnit.NANOSECONDS.toSeconds(moment - began);
            around.addAll(List.of(second - 1, second, second + 1));
        }
        around.removeIf(second -> second < FIRST_SECOND);
        List<Sample> aroundSamples = new ArrayList<>();
        Map<Long, List<Sample>> quiet = new TreeMap<>();
        for (Sample sample : samples) {
            long second = TimeUnit.NANOSECONDS.toSeconds(sample.intended() - began);
            if (second < FIRST_SECOND) {
                continue;
            }
            (around.contains(second) ? aroundSamples : quiet.computeIfAbsent(second, key -> new ArrayList<>()))
                    .add(sample);
        }
        List<Double> stretches = stretches(List.copyOf(quiet.values()), around.size());
        return new LatencyAround(
                Latency.of(quiet.values().stream().flatMap(List::stream).toList()),
                Latency.of(aroundSamples),
                stretches.stream().mapToDouble(p99 -> p99).min().orElse(0),
                stretches.stream().mapToDouble(p99 -> p99).max().orElse(0));
    }

    /** @return the 99th percentile around the moments by that of the quiet seconds */
    public double ratio() {
        return quiet.p99() == 0 ? 0 : around.p99() / quiet.p99();
    }

    private static List<Double> stretches(List<List<Sample>> seconds, int length) {
        List<Double> p99 = new ArrayList<>();
        for (int from = 0; length > 0 && from + length <= seconds.size(); from += length) {
            p99.add(Latency.of(seconds.subList(from, from + length).stream()
                            .flatMap(List::stream)
                            .toList())
                    .p99());
        }
        return p99;
    }
}
