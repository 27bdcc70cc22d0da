package org.camelforce.salesforcecc.reliability.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {

    @TempDir
    Path folder;

    private History history;
    private Progress progress;
    private Drain drain;

    @BeforeEach
    void publishThree() throws IOException {
        Path file = folder.resolve("history.txt");
        history = new History(file, 0, InstantSource.fixed(Instant.EPOCH));
        progress = new Progress(file);
        drain = new Drain(progress);
        history.add(HistoryEvent.CONFIRMED);
        history.add(HistoryEvent.PUBLISHED, "1", 11);
        history.add(HistoryEvent.PUBLISHED, "2", 12);
        history.add(HistoryEvent.PUBLISHED, "3", 13);
    }

    @AfterEach
    void close() throws IOException {
        progress.close();
        history.close();
    }

    @Test
    void isDoneWhenAllIsRoutedThenTrueAtOnce() throws IOException {
        route("1", "2", "3");

        assertThat(doneAt(Duration.ZERO)).isTrue();
    }

    @Test
    void isDoneWhenTheLastPositionIsWrittenThenTrueAfterAQuietTime() throws IOException {
        route("1", "3");
        history.add(HistoryEvent.COMMITTED, 13);

        assertThat(doneAt(Duration.ofSeconds(60))).isFalse();
        assertThat(doneAt(Duration.ofSeconds(60).plus(Drain.QUIET).minusMillis(1)))
                .isFalse();
        assertThat(doneAt(Duration.ofSeconds(60).plus(Drain.QUIET))).isTrue();
    }

    @Test
    void isDoneWhenAnEventIsRoutedBehindThePositionThenQuietTimeBeginsAgain() throws IOException {
        route("3");
        history.add(HistoryEvent.COMMITTED, 13);
        doneAt(Duration.ZERO);
        route("1");

        assertThat(doneAt(Drain.QUIET)).isFalse();
        assertThat(doneAt(Drain.QUIET.multipliedBy(2))).isTrue();
    }

    @Test
    void isDoneWhenThePositionIsBeforeTheLastEventThenFalseHoweverQuiet() throws IOException {
        route("1", "3");
        history.add(HistoryEvent.COMMITTED, 12);
        doneAt(Duration.ZERO);

        assertThat(doneAt(Duration.ofMinutes(3))).isFalse();
    }

    @Test
    void isDoneWhenNoPositionIsWrittenThenFalseHoweverQuiet() throws IOException {
        doneAt(Duration.ZERO);

        assertThat(doneAt(Duration.ofMinutes(3))).isFalse();
    }

    private void route(String... ids) {
        for (String id : ids) {
            history.add(HistoryEvent.ROUTED, id);
        }
    }

    private boolean doneAt(Duration now) throws IOException {
        progress.update();
        return drain.isDone(now);
    }
}
