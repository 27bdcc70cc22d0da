package org.camelforce.salesforcecc.reliability.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {

    @Test
    void ratioWhenRoundsDifferThenTheMedianOfTheirRatios() {
        Rates rates = new Rates("COMETD", List.of(90.0, 1.0, 200.0), List.of(100.0, 100.0, 100.0));

        assertThat(rates.ratio()).isEqualTo(0.9);
    }
}
