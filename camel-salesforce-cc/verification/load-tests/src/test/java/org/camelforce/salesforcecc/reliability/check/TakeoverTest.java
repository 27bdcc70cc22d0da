package org.camelforce.salesforcecc.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.junit.jupiter.api.Test;

class TakeoverTest {

    @Test
    void ofWhenNodeIsKilledThenTimeUntilAnotherOneRoutes() {
        List<Entry> history = List.of(
                entry(0, 1, HistoryEvent.ROUTED, "1"),
                entry(1, 0, HistoryEvent.KILLED, "1"),
                entry(2, 1, HistoryEvent.ROUTED, "2"),
                entry(4, 2, HistoryEvent.ROUTED, "3"),
                entry(5, 2, HistoryEvent.ROUTED, "4"));

        assertThat(Takeover.of(history)).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void ofWhenNobodyGoesOnThenEmpty() {
        assertThat(Takeover.of(List.of(entry(1, 0, HistoryEvent.KILLED, "1")))).isEmpty();
    }

    private static Entry entry(int second, int process, HistoryEvent what, String subject) {
        return new Entry(Instant.EPOCH.plusSeconds(second), process, what, subject, "");
    }
}
