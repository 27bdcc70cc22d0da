package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Measurements of two versions of the component, made in turns. */
public final class Comparison {

    private final List<Map<String, Double>> former = new ArrayList<>();
    private final List<Map<String, Double>> latter = new ArrayList<>();

    /** Creates a comparison without measurements. */
    public Comparison() {}

    /**
     * Adds a round.
     *
     * @param nanosOfFormer nanoseconds with the one version, by what was done
     * @param nanosOfLatter nanoseconds with the other version, measured right before or after
     */
    public void add(Map<String, Double> nanosOfFormer, Map<String, Double> nanosOfLatter) {
        former.add(nanosOfFormer);
        latter.add(nanosOfLatter);
    }

    /** {@return what was done} */
    public Set<String> calls() {
        return former.get(0).keySet();
    }

    /**
     * Returns what a call takes with the one version.
     *
     * @param call one of {@link #calls}
     * @return nanoseconds in the fastest round
     */
    public double former(String call) {
        return least(former, call);
    }

    /**
     * Returns what a call takes with the other version.
     *
     * @param call one of {@link #calls}
     * @return nanoseconds in the fastest round
     */
    public double latter(String call) {
        return least(latter, call);
    }

    /**
     * Compares round by round.
     *
     * @param call one of {@link #calls}
     * @return the other version's time over the one's in each round, smallest first
     */
    public List<Double> ratios(String call) {
        return IntStream.range(0, former.size())
                .mapToObj(round -> nanos(latter.get(round), call) / nanos(former.get(round), call))
                .sorted()
                .toList();
    }

    private static double least(List<Map<String, Double>> rounds, String call) {
        return rounds.stream().mapToDouble(round -> nanos(round, call)).min().orElseThrow();
    }

    private static double nanos(Map<String, Double> round, String call) {
        return Objects.requireNonNull(round.get(call), call);
    }
}
