package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.token.TokenEvent;

/** What holds for every step of the table, whatever the state and the trigger are. */
final class TokenRules {

    private TokenRules() {}

    /** One step, taken twice: the table decides by what it is given alone. */
    static TokenStep step(TokenTransitions transitions, TokenState before, TokenTrigger trigger, Moment at) {
        TokenStep step = transitions.after(before, trigger, at);
        assertThat(describe(transitions.after(before, trigger, at), at))
                .as("%s in %s, once more", trigger, before)
                .isEqualTo(describe(step, at));
        check(before, trigger, step);
        return step;
    }

    /** Failures are made at each step; their texts are compared. */
    private static String describe(TokenStep step, Moment at) {
        TokenState state = step.state();
        return List.of(
                        state,
                        String.valueOf(state.current()),
                        String.valueOf(state.forgotten()),
                        String.valueOf(state.rejected()),
                        String.valueOf(state.rejectedAgain()),
                        String.valueOf(state.login()),
                        String.valueOf(state.question()),
                        state.throttle().untilNext(at),
                        state.throttle().attempts(),
                        String.valueOf(state.throttle().lastFailure()),
                        state.credentials().isChanged("1"),
                        state.wanted(),
                        String.valueOf(state.lastReason()),
                        state.numbers(),
                        step.effects(),
                        String.valueOf(step.answer()),
                        step.plans())
                .toString();
    }

    private static void check(TokenState before, TokenTrigger trigger, TokenStep step) {
        Supplier<String> what = () -> trigger + " in " + before;
        logins(what, before, step);
        questions(what, before, step);
        answers(what, step);
        boolean changed = step.state() != before;
        assertThat(step.plans()).as(what).isEqualTo(changed || trigger instanceof TokenTrigger.CredentialsSeen);
        assertThat(trigger + " " + step).as(what).doesNotContain("value of");
        if (!tokenOf(before).equals(tokenOf(step.state())) && !(trigger instanceof TokenTrigger.Forgotten)) {
            assertThat(step.effects())
                    .as(what)
                    .anyMatch(effect -> effect instanceof TokenEffect.TellInstalled
                            || effect instanceof TokenEffect.Publish publish
                                    && publish.event() instanceof TokenEvent.ExpiryExtended);
        }
    }

    /** One at a time, none after the end, and nobody waits for ever. */
    private static void logins(Supplier<String> what, TokenState before, TokenStep step) {
        TokenState after = step.state();
        List<TokenEffect.StartLogin> started = step.effects().stream()
                .filter(TokenEffect.StartLogin.class::isInstance)
                .map(TokenEffect.StartLogin.class::cast)
                .toList();
        assertThat(started).as(what).hasSizeLessThanOrEqualTo(1);
        assertThat(started).as(what).allMatch(start -> start.login().equals(after.login()));
        InFlightLogin underWay = before.login();
        if (underWay != null) {
            boolean goesOn = underWay.equals(after.login());
            assertThat(ends(step.effects(), underWay)).as(what).isEqualTo(!goesOn);
        }
        assertThat(after.login() == null || after.login().equals(underWay) || !started.isEmpty())
                .as(what)
                .isTrue();
        assertThat(after.closed() && after.login() != null).as(what).isFalse();
        assertThat(before.closed() && !after.closed()).as(what).isFalse();
    }

    private static boolean ends(List<TokenEffect> effects, InFlightLogin login) {
        return effects.stream()
                .anyMatch(
                        effect -> effect instanceof TokenEffect.CompleteLogin complete && login.equals(complete.login())
                                || effect instanceof TokenEffect.FailLogin fail && login.equals(fail.login()));
    }

    private static void questions(Supplier<String> what, TokenState before, TokenStep step) {
        Question asked = before.question();
        if (asked != null) {
            assertThat(step.effects().contains(new TokenEffect.EndQuestion(asked)))
                    .as(what)
                    .isEqualTo(!asked.equals(step.state().question()));
        }
        assertThat(step.effects())
                .as(what)
                .allMatch(effect -> !(effect instanceof TokenEffect.Ask ask)
                        || ask.question().equals(step.state().question())
                                && ask.about().equals(step.state().current()));
    }

    private static void answers(Supplier<String> what, TokenStep step) {
        if (step.answer() instanceof TokenStep.Answer.Wait wait) {
            assertThat(wait.login()).as(what).isEqualTo(step.state().login());
        } else if (step.answer() instanceof TokenStep.Answer.Use use) {
            assertThat(use.entry())
                    .as(what)
                    .isEqualTo(Objects.requireNonNull(step.state().current()).entry());
        }
    }

    private static Object tokenOf(TokenState state) {
        HeldToken held = state.current();
        return held == null ? "none" : held.entry();
    }
}
