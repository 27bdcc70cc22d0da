package org.camelforce.salesforcecc.reliability.throughput;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Events per second of both sides, round by round.
 *
 * @param protocol how the events came
 * @param durable of the durable consumer
 * @param upstream of upstream's
 */
public record Rates(String protocol, List<Double> durable, List<Double> upstream) {

    /** Copies the lists. */
    public Rates {
        durable = List.copyOf(durable);
        upstream = List.copyOf(upstream);
    }

    /** @return the median of the rounds' ratios, the durable consumer's rate over upstream's in the same round */
    public double ratio() {
        return median(IntStream.range(0, durable.size())
                .mapToObj(round -> durable.get(round) / upstream.get(round))
                .toList());
    }

    /**
     * @param values at least one
     * @return the one in the middle
     */
    public static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
