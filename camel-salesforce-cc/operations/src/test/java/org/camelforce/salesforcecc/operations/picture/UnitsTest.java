package org.camelforce.salesforcecc.operations.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void textWhenADurationThenInTheUnitThatSuitsIt() {
        assertThat(Units.text("s", 0.25)).isEqualTo("250 ms");
        assertThat(Units.text("s", 30)).isEqualTo("30 s");
        assertThat(Units.text("s", 300)).isEqualTo("5 min");
        assertThat(Units.text("s", 9_000)).isEqualTo("2.5 h");
    }

    @Test
    void textWhenAShareThenInPercent() {
        assertThat(Units.text("percentunit", 0.575)).isEqualTo("57.5 %");
    }

    @Test
    void textWhenANumberIsLargeThenInThousands() {
        assertThat(Units.text("short", 15_000)).isEqualTo("15 K");
        assertThat(Units.text("short", 100)).isEqualTo("100");
    }

    @Test
    void textWhenAYesOrNoThenSaysSo() {
        assertThat(Units.text("bool_yes_no", 1)).isEqualTo("Yes");
        assertThat(Units.text("bool_yes_no", 0)).isEqualTo("No");
    }
}
