package org.camelforce.salesforcecc.benchmarks.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
 * @param minQuiet the least 99th percentile, in milliseconds, of a stretch of quiet seconds that is as long as those
 *     around the moments together; with {@code maxQuiet}, it tells by how much that figure varies without any moment
 * @param maxQuiet the greatest one
 * @param quietSecond the 99th percentile, in milliseconds, of the quiet second that is the median by it; unlike the
 *     other figures, it does not tell of single stalls of the machine
 * @param aroundSecond the same of the seconds around the moments
 */
public record LatencyAround(
        Latency quiet, Latency around, double minQuiet, double maxQuiet, double quietSecond, double aroundSecond) {

    private static final long FIRST_SECOND = 2;

    static LatencyAround of(List<Long> moments, Collection<Sample> samples, long began) {
        Set<Long> around = new TreeSet<>();
        for (long moment : moments) {
            long second = TimeUnit.NANOSECONDS.toSeconds(moment - began);
            around.addAll(List.of(second - 1, second, second + 1));
        }
        around.removeIf(second -> second < FIRST_SECOND);
        Map<Long, List<Sample>> loud = new TreeMap<>();
        Map<Long, List<Sample>> quiet = new TreeMap<>();
        for (Sample sample : samples) {
            long second = TimeUnit.NANOSECONDS.toSeconds(sample.intended() - began);
            if (second < FIRST_SECOND) {
                continue;
            }
            (around.contains(second) ? loud : quiet)
                    .computeIfAbsent(second, key -> new ArrayList<>())
                    .add(sample);
        }
        List<Double> ofStretches = stretches(List.copyOf(quiet.values()), around.size());
        List<Double> ofQuiet = stretches(List.copyOf(quiet.values()), 1);
        List<Double> ofLoud = stretches(List.copyOf(loud.values()), 1);
        return new LatencyAround(
                Latency.of(all(quiet.values())),
                Latency.of(all(loud.values())),
                ofStretches.isEmpty() ? 0 : ofStretches.get(0),
                ofStretches.isEmpty() ? 0 : ofStretches.get(ofStretches.size() - 1),
                median(ofQuiet),
                median(ofLoud));
    }

    /** @return the 99th percentile around the moments by that of the quiet seconds */
    public double ratio() {
        return quiet.p99() == 0 ? 0 : around.p99() / quiet.p99();
    }

    /** @return the same of the typical second */
    public double secondRatio() {
        return quietSecond == 0 ? 0 : aroundSecond / quietSecond;
    }

    /** The 99th percentiles of stretches of so many seconds, in ascending order. */
    private static List<Double> stretches(List<List<Sample>> seconds, int length) {
        List<Double> p99 = new ArrayList<>();
        for (int from = 0; length > 0 && from + length <= seconds.size(); from += length) {
            p99.add(Latency.of(all(seconds.subList(from, from + length))).p99());
        }
        Collections.sort(p99);
        return p99;
    }

    private static List<Sample> all(Collection<List<Sample>> seconds) {
        return seconds.stream().flatMap(List::stream).toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
