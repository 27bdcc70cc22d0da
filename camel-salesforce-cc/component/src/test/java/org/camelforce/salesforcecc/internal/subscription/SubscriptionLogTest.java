package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubscriptionLogTest {

    private static final SubscriptionId ID = new SubscriptionId("/event/Order__e", "orders");
    private static final int A_DAY_OF_ATTEMPTS = 1_444;

    private final SubscriptionLog log = new SubscriptionLog();

    @Test
    void commitFailedWhenTheStoreIsAwayForADayThenWarnsOfTheFirstOneAndLessAndLessOftenAndOnceOfTheRecovery() {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            for (int attempt = 1; attempt <= A_DAY_OF_ATTEMPTS; attempt++) {
                log.on(ID, new SubscriptionEvent.CommitFailed(new IOException("the database is away"), attempt));
            }
            log.on(ID, new SubscriptionEvent.CommitRecovered(A_DAY_OF_ATTEMPTS));

            assertThat(lines.with("the database is away"))
                    .hasSize(11)
                    .first()
                    .asString()
                    .startsWith("WARN");
            assertThat(lines.with("is stored again, after 1444 attempts"))
                    .singleElement()
                    .asString()
                    .startsWith("INFO");
        }
    }

    @ParameterizedTest
    @MethodSource
    void openedWhenItStartsSomewhereThenSaysWhereInWords(StartingPoint from, String words) {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            log.on(ID, new SubscriptionEvent.Opened(from, null));

            assertThat(lines.with("Subscribed to ")).singleElement().asString().endsWith(words);
        }
    }

    static Stream<Arguments> openedWhenItStartsSomewhereThenSaysWhereInWords() {
        return Stream.of(
                Arguments.of(new StartingPoint.Latest(), ", from new events on"),
                Arguments.of(new StartingPoint.Earliest(), ", from the oldest retained event on"),
                Arguments.of(new StartingPoint.After(ReplayId.ofNumber(6)), ", after replay ID number:6"),
                Arguments.of(
                        new StartingPoint.Since(Instant.parse("2026-03-01T10:00:00Z")),
                        ", from events created at 2026-03-01T10:00:00Z on"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INTERRUPTED        | connection refused. | 937 | INTERRUPTED: connection refused. Next attempt in 937 ms
                    INTERRUPTED        | connection refused  | 0   | INTERRUPTED: connection refused. Next attempt now
                    TOKEN_REJECTED | 401                 | 0   | TOKEN_REJECTED: 401. Next attempt with another token
                    NO_ROOM       | full                | 0   | NO_ROOM: full. Next attempt when the route has room
                    """)
    void lostWhenAnotherStreamFollowsThenSaysWhen(StreamEnd.Kind kind, String text, long millis, String words) {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            log.on(ID, new SubscriptionEvent.Lost(kind, text, Duration.ofMillis(millis)));

            assertThat(lines.with(kind + ": ")).singleElement().asString().endsWith(words);
        }
    }
}
