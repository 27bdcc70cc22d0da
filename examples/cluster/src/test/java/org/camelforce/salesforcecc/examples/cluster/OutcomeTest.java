package org.camelforce.salesforcecc.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void lostWhenAnOrderIsMissingThenItIsNamed() {
        Outcome outcome = new Outcome(3, List.of(line("a", 1, 0), line("a", 3, 1)), List.of());

        assertThat(outcome.lost()).containsExactly("2");
    }

    @Test
    void unexplainedWhenOrderIsAfterTheStoredPositionOfTheKilledNodeThenEmpty() {
        Outcome outcome = outcome("number:1", line("a", 1, 0), line("a", 2, 1), line("b", 2, 5), line("b", 3, 6));

        assertThat(outcome.again()).containsExactly(line("b", 2, 5));
        assertThat(outcome.unexplained()).isEmpty();
    }

    @Test
    void unexplainedWhenThePositionIncludesTheOrderThenItIsNamed() {
        Outcome outcome = outcome("number:2", line("a", 1, 0), line("a", 2, 1), line("b", 2, 5), line("b", 3, 6));

        assertThat(outcome.unexplained()).containsExactly(line("b", 2, 5));
    }

    @Test
    void unexplainedWhenNodeWasKilledBeforeItStoredAnythingThenEmpty() {
        Outcome outcome = outcome("start:0", line("a", 1, 0), line("b", 1, 5), line("b", 2, 6), line("b", 3, 7));

        assertThat(outcome.unexplained()).isEmpty();
    }

    @Test
    void takeoverWhenAnotherNodeGoesOnThenTheTimeFromTheKill() {
        Outcome outcome = outcome("number:1", line("a", 1, 0), line("b", 2, 5), line("b", 3, 6));

        assertThat(outcome.takeover(outcome.kills().get(0))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takeoverWhenNobodyGoesOnThenSaysSo() {
        Outcome outcome = outcome("number:1", line("a", 1, 0));

        assertThatThrownBy(() -> outcome.takeover(outcome.kills().get(0))).hasMessage("No node went on after a");
    }

    private static Outcome outcome(String position, Handled... lines) {
        return new Outcome(3, List.of(lines), List.of(new Kill("a", START.plusSeconds(2), position)));
    }

    private static Handled line(String node, int order, int second) {
        return new Handled(node, "" + order, "number:" + order, START.plusSeconds(second));
    }
}
