package org.camelforce.salesforcecc.reliability.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AccountTest {

    private final AtomicLong ticker = new AtomicLong();
    private final Account account = new Account(ticker::get, true);

    @Test
    void standingWhenNothingIsOwedThenZero() {
        publish(10);
        account.done(1);
        pass(100);

        assertThat(account.standing(Duration.ZERO)).isZero();
    }

    @Test
    void standingWhenOwedThenSinceTheLastMovement() {
        publish(10);
        pass(5);
        publish(20);
        pass(5);
        account.done(1);
        pass(3);

        assertThat(account.standing(Duration.ZERO)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void standingWhenPublishedAfterTheLastMovementThenSinceThen() {
        pass(100);
        publish(10);
        pass(2);

        assertThat(account.standing(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(account.standing(Duration.ofSeconds(3))).isZero();
    }

    @Test
    void commitWhenAnOwedEventIsPassedOverThenNamed() {
        publish(10);
        publish(20);
        account.done(2);

        assertThat(account.commit(9)).isEmpty();
        assertThat(account.commit(20)).contains("event 1 with replay id 10");
    }

    @Test
    void commitWhenEverythingUpToItIsProcessedThenNothing() {
        publish(10);
        publish(20);
        account.done(1);

        assertThat(account.commit(10)).isEmpty();
        assertThat(account.isCommitted()).isFalse();
        account.done(2);
        assertThat(account.commit(20)).isEmpty();
        assertThat(account.isCommitted()).isTrue();
    }

    @Test
    void doneWithWhenTheNumberIsNotKnownYetThenDoneAsSoonAsItIs() {
        int number = account.publish();
        account.doneWith(10);
        assertThat(account.owed()).isEqualTo(1);

        account.published(number, 10);

        assertThat(account.owed()).isZero();
    }

    @Test
    void doneWhenAnEarlierEventComesAfterALaterOneThenOutOfOrder() {
        publish(10);
        publish(20);
        account.done(2);
        account.done(1);

        assertThat(account.outOfOrder()).containsExactly("event 1 after event 2");
    }

    @Test
    void doneWhenAnEventComesAgainThenStillInOrder() {
        publish(10);
        publish(20);
        account.done(1);
        account.done(2);
        account.done(1);

        assertThat(account.outOfOrder()).isEmpty();
        assertThat(account.processed()).isEqualTo(2);
    }

    private void publish(long replayId) {
        account.published(account.publish(), replayId);
    }

    private void pass(long seconds) {
        ticker.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
