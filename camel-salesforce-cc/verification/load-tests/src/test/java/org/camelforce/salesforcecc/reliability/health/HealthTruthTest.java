package org.camelforce.salesforcecc.reliability.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTruthTest {

    private static final Duration STALL_AFTER = Duration.ofSeconds(3);
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final HealthTruth truth = new HealthTruth(STALL_AFTER, MARGIN);
    private final List<String> wrong = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private Duration unseen = Duration.ZERO;

    @Test
    void atWhenUpWhileNothingMovesForLongerThanTheDelayThenWrongOnce() {
        for (int i = 0; i <= 20; i++) {
            look(seconds(i), false, false, false, false);
        }

        assertThat(wrong).singleElement().asString().startsWith("UP although");
    }

    @Test
    void atWhenDownInTimeThenRight() {
        for (int i = 0; i <= 20; i++) {
            look(seconds(i), false, false, false, i > 4);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void atWhenItSaysThatItHasNoStreamThenAMinuteIsInTime() {
        for (int i = 0; i <= 61; i++) {
            look(seconds(i), true, false, false, false);
        }
        assertThat(wrong).isEmpty();

        look(seconds(63), true, false, false, false);
        look(seconds(66), true, false, false, false);
        assertThat(wrong).hasSize(1);
    }

    @Test
    void atWhenItHasAStreamAgainThenItsDelayBeginsThere() {
        for (int i = 0; i <= 20; i++) {
            look(seconds(i), true, false, false, false);
        }
        for (int i = 21; i <= 24; i++) {
            look(seconds(i), false, false, false, false);
        }
        assertThat(wrong).isEmpty();

        for (int i = 25; i <= 30; i++) {
            look(seconds(i), false, false, false, false);
        }
        assertThat(wrong).hasSize(1);
    }

    @Test
    void atWhenItHasAStreamAgainAfterMoreThanAMinuteThenItsDelayBeginsThere() {
        for (int i = 0; i <= 70; i++) {
            look(seconds(i), true, false, false, true);
        }
        for (int i = 71; i <= 74; i++) {
            look(seconds(i), false, false, false, false);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void atWhenItLosesItsStreamAgainAndAgainThenItHasThreeMinutes() {
        for (int i = 0; i <= 190; i++) {
            look(seconds(i), i % 3 == 0, false, false, i % 30 == 0);
        }

        assertThat(wrong).hasSize(1);
    }

    @Test
    void atWhenItCannotKnowForAWhileThenThatIsNotCounted() {
        unseen = Duration.ofSeconds(10);
        for (int i = 0; i <= 14; i++) {
            look(seconds(i), false, false, false, false);
        }
        assertThat(wrong).isEmpty();

        for (int i = 15; i <= 20; i++) {
            look(seconds(i), false, false, false, false);
        }
        assertThat(wrong).hasSize(1);
    }

    @Test
    void atWhenStoppedThenNothingIsExpected() {
        for (int i = 0; i <= 100; i++) {
            look(seconds(i), false, false, true, i % 2 == 0);
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void atWhenDownWhileEverythingMovesForLongerThanTheDelayThenWrong() {
        for (int i = 0; i <= 20; i++) {
            look(Duration.ZERO, false, true, false, true);
        }

        assertThat(wrong).singleElement().asString().startsWith("DOWN for");
    }

    @Test
    void atWhenDownWhileSomethingGoesWrongThenRight() {
        for (int i = 0; i <= 20; i++) {
            look(Duration.ZERO, false, false, false, true);
        }

        assertThat(wrong).isEmpty();
    }

    private void look(Duration standing, boolean without, boolean calm, boolean stopped, boolean down) {
        now = now.plusSeconds(1);
        truth.at(new HealthTruth.Look(now, standing, unseen, without, calm, stopped, down))
                .ifPresent(wrong::add);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
