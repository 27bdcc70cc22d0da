package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Goes through all states: when does a manager act without being asked? */
class RenewalPlanTest {

    private static final Moment AT = TokenStates.AT;

    private final RenewalPlan plan = new RenewalPlan(TokenStates.POLICY);

    @Test
    void nextWhenALoginIsUnderWayThenItsEnd() {
        assertThat(states(state -> state.login() != null)).allSatisfy(state -> assertThat(plan.next(state, AT))
                .isEqualTo(new RenewalPlan.Next(state.login().left(AT.now()), false)));
    }

    @Test
    void nextWhenOnlyAQuestionIsUnderWayThenItsEnd() {
        assertThat(states(state -> isIdle(state) && state.question() != null))
                .allSatisfy(state -> assertThat(plan.next(state, AT))
                        .isEqualTo(new RenewalPlan.Next(
                                state.question().isOverdue(AT.now()) ? Duration.ZERO : TokenStates.MINUTE, false)));
    }

    @Test
    void nextWhenNoTokenWorksAndOneIsWantedThenALoginAsSoonAsItMayBeMade() {
        assertThat(states(state -> isQuiet(state) && !state.isUsable()))
                .allSatisfy(state -> assertThat(plan.next(state, AT).in())
                        .isLessThanOrEqualTo(state.throttle().untilNext(AT)));
    }

    @Test
    void nextWhenTheAdvisoryWindowHasBegunThenALoginAsSoonAsItMayBeMade() {
        assertThat(states(state -> isQuiet(state)
                        && state.isUsable()
                        && state.urgency(AT.now()) != Urgency.NONE
                        && !state.throttle().isDenied()))
                .allSatisfy(state -> assertThat(plan.next(state, AT))
                        .isEqualTo(new RenewalPlan.Next(state.throttle().untilNext(AT), true)));
    }

    @Test
    void nextWhenTheTokenIsFreshThenNotBeforeItsAdvisoryWindow() {
        assertThat(states(state -> isQuiet(state)
                        && state.isUsable()
                        && state.current().equals(TokenStates.FRESH)
                        && !state.throttle().isDenied()))
                .allSatisfy(state -> assertThat(plan.next(state, AT).in()).isGreaterThanOrEqualTo(TokenStates.MINUTE));
    }

    @Test
    void nextWhenLoginsAreDeniedThenALookAtTheCredentialsWithinFiveSeconds() {
        assertThat(states(state -> isQuiet(state) && state.throttle().isDenied()))
                .allSatisfy(state -> assertThat(plan.next(state, AT).in()).isLessThanOrEqualTo(Duration.ofSeconds(5)));
    }

    @Test
    void nextWhenTheExpiryIsUnknownAndNobodyCanTellItThenNothing() {
        assertThat(states(state -> isQuiet(state)
                        && state.isUsable()
                        && state.current().deadlines() == null
                        && !state.current().askable()
                        && !state.throttle().isDenied()))
                .allSatisfy(state -> assertThat(plan.next(state, AT)).isNull());
    }

    @Test
    void nextWhenClosedThenNothing() {
        TokenTransitions transitions = new TokenTransitions(TokenStates.POLICY, IdentityGuard.ANY);

        assertThat(states(state -> true)).allSatisfy(state -> assertThat(plan.next(
                        transitions.after(state, new TokenTrigger.Closed(), AT).state(), AT))
                .isNull());
    }

    private static boolean isIdle(TokenState state) {
        return state.login() == null;
    }

    private static boolean isQuiet(TokenState state) {
        return isIdle(state) && state.question() == null;
    }

    /** There are some. */
    private static List<TokenState> states(Predicate<TokenState> kind) {
        List<TokenState> states = TokenStates.states().stream().filter(kind).toList();
        assertThat(states).isNotEmpty();
        return states;
    }
}
