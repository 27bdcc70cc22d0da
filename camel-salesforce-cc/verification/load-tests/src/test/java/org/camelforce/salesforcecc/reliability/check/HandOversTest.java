package org.camelforce.salesforcecc.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.Happening;
import org.junit.jupiter.api.Test;

class HandOversTest {

    @Test
    void ofWhenNodeIsKilledThenTimeUntilAnotherOneRoutes() {
        List<Entry> history = List.of(
                entry(0, 1, Happening.ROUTED, "1"),
                entry(1, 0, Happening.KILLED, "1"),
                entry(2, 1, Happening.ROUTED, "2"),
                entry(4, 2, Happening.ROUTED, "3"),
                entry(5, 2, Happening.ROUTED, "4"));

        assertThat(HandOvers.of(history)).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void ofWhenNobodyGoesOnThenEmpty() {
        assertThat(HandOvers.of(List.of(entry(1, 0, Happening.KILLED, "1")))).isEmpty();
    }

    private static Entry entry(int second, int process, Happening what, String subject) {
        return new Entry(Instant.EPOCH.plusSeconds(second), process, what, subject, "");
    }
}
