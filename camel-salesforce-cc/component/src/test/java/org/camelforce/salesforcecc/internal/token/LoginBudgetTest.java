package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoginBudgetTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private long now = Long.MAX_VALUE - MINUTE.toNanos();
    private final LoginBudget budget = new LoginBudget(
            new TokenPolicy(), new TokenTime(() -> Instant.parse("2026-01-01T00:00:00Z"), () -> now, Jitter.LEAST));

    @Test
    void r12LeftWhenNewThenTheBurst() {
        assertThat(budget.left()).isEqualTo(10);
        assertThat(budget.untilNext()).isZero();
    }

    @Test
    void r12SpendWhenTheBurstIsSpentThenNoneForAMinute() {
        spend(10);

        assertThat(budget.left()).isZero();
        assertThat(budget.untilNext()).isEqualTo(MINUTE);
    }

    @Test
    void r12LeftWhenAMinuteHasPassedThenOneMoreAndNotANanosecondBefore() {
        spend(10);

        pass(MINUTE.minusNanos(1));
        assertThat(budget.left()).isZero();
        assertThat(budget.untilNext()).isEqualTo(Duration.ofNanos(1));

        pass(Duration.ofNanos(1));
        assertThat(budget.left()).isEqualTo(1);
        assertThat(budget.untilNext()).isZero();
    }

    @Test
    void r12LeftWhenADayHasPassedThenTheBurstAndNotMore() {
        spend(3);
        pass(Duration.ofDays(1));

        assertThat(budget.left()).isEqualTo(10);
    }

    @Test
    void r12SpendWhenNothingIsLeftThenNoDebt() {
        spend(25);
        pass(MINUTE);

        assertThat(budget.left()).isEqualTo(1);
    }

    @Test
    void r13LeftWhenTheTickerGoesBackThenUnchanged() {
        spend(10);
        pass(MINUTE.negated());

        assertThat(budget.left()).isZero();
        assertThat(budget.untilNext()).isEqualTo(MINUTE);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void r12SpendWhenALoginFailsThenOnlyAnAnswerCounts(LoginException failure, int left) {
        budget.spend(failure);

        assertThat(budget.left()).isEqualTo(left);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Tokens.rejected(), 9),
                Arguments.of(failure(0), 10),
                Arguments.of(failure(199), 10),
                Arguments.of(failure(200), 9),
                Arguments.of(failure(429), 9),
                Arguments.of(failure(499), 9),
                Arguments.of(failure(500), 10),
                Arguments.of(failure(503), 10));
    }

    @Test
    void r12ThrottlingWhenSpentThenSaysWhenAndWhatToDo() {
        spend(10);
        pass(Duration.ofSeconds(15));

        LoginUnavailableException throttled = budget.throttled();

        assertThat(throttled.reason()).isEqualTo(Reason.BUDGET_SPENT);
        assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(45));
        assertThat(throttled)
                .hasMessageContaining("in 45000 ms")
                .hasMessageContaining("Setup > Login History")
                .hasMessageContaining("tokenPolicy.loginBurst");
    }

    private void spend(int logins) {
        for (int i = 0; i < logins; i++) {
            budget.spend();
        }
    }

    /** Past the end of the ticker's range, as a monotonic ticker may. */
    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static LoginException failure(int status) {
        return new LoginUnavailableException(Reason.UNREADABLE_ANSWER, "no token", status, null, null);
    }
}
