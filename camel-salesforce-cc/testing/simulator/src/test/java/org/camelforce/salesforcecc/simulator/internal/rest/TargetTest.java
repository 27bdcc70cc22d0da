package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void parseWhenEncodedThenDecoded() {
        Target target = Target.parse("/a/b%2Fc%20d/e+f/?q=x%3Dy+z&r=%26");

        assertThat(target.path()).containsExactly("a", "b/c d", "e+f");
        assertThat(target.query()).containsEntry("q", "x=y z").containsEntry("r", "&");
    }

    @Test
    void parseWhenPercentSignEscapesNothingThenKept() {
        assertThat(Target.parse("query?q=Name LIKE 'A%'").query()).containsEntry("q", "Name LIKE 'A%'");
    }

    @Test
    void parseWhenParameterGivenTwiceThenFirstWins() {
        assertThat(Target.parse("x?a=1&a=2").query()).containsEntry("a", "1");
    }
}
