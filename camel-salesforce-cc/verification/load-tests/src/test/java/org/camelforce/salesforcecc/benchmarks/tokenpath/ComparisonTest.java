package org.camelforce.salesforcecc.benchmarks.tokenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private final Comparison comparison = new Comparison();

    ComparisonTest() {
        comparison.add(Map.of("request", 100.0), Map.of("request", 200.0));
        comparison.add(Map.of("request", 400.0), Map.of("request", 400.0));
        comparison.add(Map.of("request", 200.0), Map.of("request", 300.0));
    }

    @Test
    void formerWhenThereAreRoundsThenTheFastest() {
        assertThat(comparison.former("request")).isEqualTo(100);
    }

    @Test
    void latterWhenThereAreRoundsThenTheFastest() {
        assertThat(comparison.latter("request")).isEqualTo(200);
    }

    @Test
    void ratiosWhenThereAreRoundsThenOfTheSameRoundAndSorted() {
        assertThat(comparison.ratios("request")).containsExactly(1.0, 1.5, 2.0);
    }
}
