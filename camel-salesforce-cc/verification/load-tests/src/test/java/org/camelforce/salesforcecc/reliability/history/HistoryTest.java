package org.camelforce.salesforcecc.reliability.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");

    @TempDir
    Path folder;

    @Test
    void nextWhenTwoProcessesHaveAddedThenTheirEntriesInOrder() throws Exception {
        Path file = folder.resolve("history.txt");
        try (History parent = new History(file, 0, InstantSource.fixed(NOW));
                History child = new History(file, 1, InstantSource.fixed(NOW));
                HistoryTail tail = new HistoryTail(file)) {
            parent.add(HistoryEvent.PUBLISHED, "1", 10);
            child.add(HistoryEvent.RECEIVED, "1", 10);

            assertThat(tail.next())
                    .containsExactly(
                            new Entry(NOW, 0, HistoryEvent.PUBLISHED, "1", "10"),
                            new Entry(NOW, 1, HistoryEvent.RECEIVED, "1", "10"));

            parent.add(HistoryEvent.STRUCK, "COMETD_CONNECT", "BREAKS Answer 503");

            assertThat(tail.next())
                    .containsExactly(new Entry(NOW, 0, HistoryEvent.STRUCK, "COMETD_CONNECT", "BREAKS Answer 503"));
            assertThat(tail.next()).isEmpty();
        }
        assertThat(HistoryTail.all(file)).hasSize(3);
    }

    @Test
    void addWhenItConcernsNothingThenReadBack() throws Exception {
        Path file = folder.resolve("history.txt");
        try (History history = new History(file, 0, InstantSource.fixed(NOW))) {
            history.add(HistoryEvent.HEALED);
        }

        assertThat(HistoryTail.all(file)).isEqualTo(List.of(new Entry(NOW, 0, HistoryEvent.HEALED, Entry.NONE, "")));
    }

    @Test
    void newWhenLineCouldNotBeReadBackThenThrows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entry(NOW, 0, HistoryEvent.PUBLISHED, "1 2", ""))
                .withMessage("not a line of a history: 1 2, ");
    }
}
