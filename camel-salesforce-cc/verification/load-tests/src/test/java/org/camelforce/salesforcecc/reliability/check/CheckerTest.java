package org.camelforce.salesforcecc.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void judgeWhenEveryEventIsRoutedOnceThenClean() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1, 2)
                .routed(1, 2)
                .committed(2)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
        assertThat(verdict.owed()).isEqualTo(2);
        assertThat(verdict.duplicates()).isZero();
        assertThat(verdict.lagMillis()).hasValue(17);
    }

    @Test
    void judgeWhenAnOwedEventIsNotRoutedThenLost() {
        Verdict verdict =
                HistoryBuilder.confirmed().published(1, 2).routed(1).received(2).judged();

        assertThat(verdict.anomalies()).singleElement().satisfies(anomaly -> {
            assertThat(anomaly.kind()).isEqualTo(Anomaly.Kind.LOST);
            assertThat(anomaly.text()).isEqualTo("event 2 with number 20 was never routed");
            assertThat(anomaly.line()).isEqualTo(5);
        });
    }

    @Test
    void judgeWhenPublishedBeforeTheSubscriptionIsConfirmedThenNotOwed() {
        Verdict verdict = new HistoryBuilder()
                .published(1)
                .add(0, HistoryEvent.CONFIRMED, Entry.NONE, "")
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
        assertThat(verdict.published()).isEqualTo(1);
        assertThat(verdict.owed()).isZero();
    }

    @Test
    void judgeWhenReceivedEventWasNeverPublishedThenUnexpected() {
        assertOnly(Anomaly.Kind.UNEXPECTED, HistoryBuilder.confirmed().routed(7).judged());
    }

    @Test
    void judgeWhenReceivedAtAnotherPositionThenUnexpected() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .add(1, HistoryEvent.RECEIVED, 1, "11")
                .add(1, HistoryEvent.ROUTED, 1, "")
                .judged();

        assertOnly(Anomaly.Kind.UNEXPECTED, verdict);
    }

    @Test
    void judgeWhenPositionIsWrittenBeforeAnEarlierEventIsRoutedThenCommitAhead() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1, 2)
                .routed(2)
                .committed(2)
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.COMMIT_AHEAD, verdict);
        assertThat(verdict.anomalies().get(0).text())
                .isEqualTo("position 20 while event 1 with number 10 had not been routed");
    }

    @Test
    void judgeWhenPositionLiesBetweenEventsThenOnlyThoseBeforeItCount() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1, 2)
                .routed(1)
                .add(1, HistoryEvent.COMMITTING, 15, "")
                .routed(2)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenOrgTellsOfACommitAheadThenCommitAhead() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .add(0, HistoryEvent.COMMITTED, 10, "")
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.COMMIT_AHEAD, verdict);
    }

    @Test
    void judgeWhenPositionMovesBackThenMovedBack() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1, 2)
                .routed(1, 2)
                .committed(2)
                .committed(1)
                .judged();

        assertOnly(Anomaly.Kind.MOVED_BACK, verdict);
    }

    @Test
    void judgeWhenHealthIsUpAndOwedEventsDoNotMoveThenFalselyUp() {
        Verdict verdict = HistoryBuilder.confirmed()
                .healthy()
                .published(1)
                .after(76)
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.FALSELY_UP, verdict);
    }

    @Test
    void judgeWhenHealthIsDownInTimeThenClean() {
        Verdict verdict = HistoryBuilder.confirmed()
                .healthy()
                .published(1)
                .after(70)
                .unhealthy()
                .after(600)
                .routed(1)
                .healthy()
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenOwedEventsMoveSlowlyThenHealthMayBeUp() {
        Verdict verdict = HistoryBuilder.confirmed()
                .healthy()
                .published(1, 2)
                .after(70)
                .routed(1)
                .after(70)
                .routed(2)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenNoProcessRunsThenItsHealthIsNotExpectedToTell() {
        Verdict verdict = HistoryBuilder.confirmed()
                .healthy()
                .published(1)
                .after(10)
                .add(0, HistoryEvent.KILLED, 1, "ANYWHERE")
                .after(100)
                .add(2, HistoryEvent.STARTED, Entry.NONE, "")
                .routed(1)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenAStreamIsSilentlyStalledThenHealthHasAsLongAsSilenceMayBe() {
        HistoryBuilder history = HistoryBuilder.confirmed()
                .healthy()
                .published(1)
                .add(0, HistoryEvent.STRUCK, "PUBSUB_DELIVERY", "BREAKS StallStream")
                .after(300)
                .subscribed()
                .routed(1);

        assertThat(history.judged().anomalies()).isEmpty();
    }

    @Test
    void judgeWhenHealthIsDownAndEveryEventIsRoutedSoonThenFalselyDown() {
        HistoryBuilder history = HistoryBuilder.confirmed().unhealthy();
        for (int i = 1; i <= 9; i++) {
            history.published(i).after(3).routed(i).after(6);
        }

        assertOnly(Anomaly.Kind.FALSELY_DOWN, history.judged());
    }

    @Test
    void judgeWhenHealthIsDownAndEventsWaitThenClean() {
        HistoryBuilder history = HistoryBuilder.confirmed().unhealthy();
        for (int i = 1; i <= 9; i++) {
            history.published(i).after(10).routed(i);
        }

        assertThat(history.judged().anomalies()).isEmpty();
    }

    @Test
    void judgeWhenEventComesAgainWithoutReasonThenUnexplained() {
        Verdict verdict = HistoryBuilder.confirmed().published(1).routed(1, 1).judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
        assertThat(verdict.duplicates()).isEqualTo(1);
    }

    @Test
    void judgeWhenUncommittedEventComesAgainAfterSubscribingThenExplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1, 2)
                .routed(1)
                .committed(1)
                .routed(2)
                .subscribed()
                .routed(2)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
        assertThat(verdict.duplicates()).isEqualTo(1);
    }

    @Test
    void judgeWhenCommittedEventComesAgainAfterSubscribingThenUnexplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .routed(1)
                .committed(1)
                .subscribed()
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
    }

    @Test
    void judgeWhenCommittedBetweenTheFaultAndTheNextSubscriptionThenExplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .routed(1)
                .struck("BREAKS")
                .committed(1)
                .subscribed()
                .routed(1)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenCommittedBetweenAHarmlessFaultAndTheNextSubscriptionThenUnexplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .routed(1)
                .struck("HARMLESS")
                .committed(1)
                .subscribed()
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
    }

    @Test
    void judgeWhenSubscribedBeforeTheEventWasPublishedThenUnexplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .subscribed()
                .published(1)
                .routed(1, 1)
                .judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
    }

    @Test
    void judgeWhenSubscribedWhileTheEventWasInHandThenExplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .subscribed()
                .routed(1, 1)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenManyEventsHaveComeSinceSubscribingThenItWasNotInHand() {
        int[] many = IntStream.rangeClosed(2, 400).toArray();
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .subscribed()
                .published(many)
                .routed(many)
                .routed(1, 1)
                .judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
    }

    @Test
    void judgeWhenOrgDeliveredABatchTwiceThenExplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .published(1)
                .struck("REPEATS")
                .routed(1)
                .committed(1)
                .routed(1)
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenABatchWasDeliveredTwiceOnAnEarlierSubscriptionThenUnexplained() {
        Verdict verdict = HistoryBuilder.confirmed()
                .struck("REPEATS")
                .subscribed()
                .published(1)
                .routed(1)
                .committed(1)
                .routed(1)
                .judged();

        assertOnly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, verdict);
    }

    @Test
    void judgeWhenThereIsALoginWithoutReasonThenTooMany() {
        Verdict verdict = HistoryBuilder.confirmed().struck("BREAKS").login().judged();

        assertOnly(Anomaly.Kind.TOO_MANY_LOGINS, verdict);
        assertThat(verdict.anomalies().get(0).text()).isEqualTo("2 requests for a token, with reasons for 1");
    }

    @Test
    void judgeWhenSessionsEndOrTokensAreRejectedThenALoginEach() {
        Verdict verdict = HistoryBuilder.confirmed()
                .struck("ENDS_SESSIONS")
                .login()
                .struck("REJECTS_TOKEN")
                .login()
                .add(0, HistoryEvent.SESSIONS_ENDED, Entry.NONE, "")
                .login()
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
        assertThat(verdict.logins()).isEqualTo(4);
        assertThat(verdict.loginBudget()).isEqualTo(4);
    }

    @Test
    void judgeWhenTokenEndpointWasDownThenTwoLoginsAndOneASecond() {
        Verdict verdict = HistoryBuilder.confirmed()
                .add(0, HistoryEvent.OUTAGE_BEGAN, Entry.NONE, "")
                .add(0, HistoryEvent.STRUCK, "TOKEN_REQUEST", "BREAKS Answer 503")
                .add(0, HistoryEvent.OUTAGE_ENDED, 3, "")
                .judged();

        assertThat(verdict.loginBudget()).isEqualTo(6);
    }

    @Test
    void judgeWhenALoginIsAnsweredWithAFaultThenAnotherOne() {
        Verdict verdict = HistoryBuilder.confirmed()
                .add(0, HistoryEvent.STRUCK, "TOKEN_REQUEST", "BREAKS Answer 503")
                .login()
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void judgeWhenNotCaughtUpInTimeThenLate() {
        Verdict verdict =
                HistoryBuilder.confirmed().add(0, HistoryEvent.LATE, 30000, "").judged(false);

        assertOnly(Anomaly.Kind.LATE, verdict);
        assertThat(verdict.lagMillis()).isEmpty();
    }

    @Test
    void judgeWhenHistoryBreaksOffThenLate() {
        assertOnly(Anomaly.Kind.LATE, HistoryBuilder.confirmed().judged(false));
    }

    @Test
    void judgeWhenProcessEndsByItselfThenDied() {
        Verdict verdict =
                HistoryBuilder.confirmed().add(0, HistoryEvent.ENDED, 1, "137").judged();

        assertOnly(Anomaly.Kind.DIED, verdict);
    }

    @Test
    void judgeWhenProcessEndsAsToldThenClean() {
        Verdict verdict = HistoryBuilder.confirmed()
                .add(0, HistoryEvent.STOPPING, 1, "")
                .add(0, HistoryEvent.ENDED, 1, "0")
                .judged();

        assertThat(verdict.anomalies()).isEmpty();
    }

    private static void assertOnly(Anomaly.Kind kind, Verdict verdict) {
        assertThat(verdict.anomalies()).extracting(Anomaly::kind).containsExactly(kind);
    }
}
