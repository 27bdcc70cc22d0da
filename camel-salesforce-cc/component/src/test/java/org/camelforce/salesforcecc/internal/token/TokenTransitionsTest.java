package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Goes through the table: every kind of state with every kind of trigger. */
class TokenTransitionsTest {

    private final TokenTransitions transitions = new TokenTransitions(TokenStates.POLICY, IdentityGuard.ANY);

    @Test
    void triggersWhenListedThenEveryKindIsAmongThem() {
        assertThat(TokenStates.triggers(TokenStates.LOGIN, TokenStates.QUESTION, TokenStates.FRESH))
                .extracting(Object::getClass)
                .containsAll(List.of(TokenTrigger.class.getPermittedSubclasses()));
    }

    @Test
    void afterWhenAnyTriggerComesInAnyStateThenTheRulesHold() {
        for (TokenState state : TokenStates.states()) {
            for (TokenTrigger trigger : TokenStates.triggers(state)) {
                TokenRules.step(transitions, state, trigger, TokenStates.AT);
                TokenRules.step(transitions, state, trigger, TokenStates.SPENT);
            }
        }
    }

    @Test
    void afterWhenNoLoginMayBeMadeThenNoneIsStarted() {
        for (TokenState state : TokenStates.states()) {
            for (TokenTrigger trigger : TokenStates.triggers(state)) {
                assertThat(transitions.after(state, trigger, TokenStates.SPENT).effects())
                        .noneMatch(TokenEffect.StartLogin.class::isInstance);
            }
        }
    }

    @Test
    void afterWhenClosedThenItStaysClosedAndNothingIsStarted() {
        for (TokenState state : TokenStates.states()) {
            TokenState closed = transitions
                    .after(state, new TokenTrigger.Closed(), TokenStates.AT)
                    .state();
            for (TokenTrigger trigger : TokenStates.triggers(state)) {
                TokenStep step = TokenRules.step(transitions, closed, trigger, TokenStates.AT);
                assertThat(step.state().phase()).isEqualTo(TokenPhase.CLOSED);
                assertThat(step.effects())
                        .noneMatch(effect ->
                                effect instanceof TokenEffect.StartLogin || effect instanceof TokenEffect.Ask);
            }
        }
    }

    /** A token that works is never lost because of a login. */
    @Test
    void afterWhenALoginFailsThenTheTokenInUseStays() {
        for (TokenState state : TokenStates.states()) {
            for (TokenTrigger trigger : TokenStates.triggers(state)) {
                if (trigger instanceof TokenTrigger.LoginFailed || trigger instanceof TokenTrigger.LoginLost) {
                    assertThat(transitions
                                    .after(state, trigger, TokenStates.AT)
                                    .state()
                                    .current())
                            .isEqualTo(state.current());
                }
            }
        }
    }

    @Test
    void tableWhenReadThenTheseMovesAndNoOthers() {
        assertThat(moves())
                .containsExactly(
                        "IN_USE -Forgotten-> NO_TOKEN",
                        "IN_USE -Answered, Rejected, RejectedAgain-> REJECTED",
                        "IN_USE -Answered, CredentialsSeen, Needed, OrgMoved, RenewalOrdered-> RENEWING",
                        "IN_USE -Answered, Rejected-> REPLACING",
                        "LOGGING_IN -LoginSucceeded-> IN_USE",
                        "LOGGING_IN -LoginFailed, LoginLost, Woken-> NO_TOKEN",
                        "NO_TOKEN -LoginSucceeded-> IN_USE",
                        "NO_TOKEN -Answered, CredentialsSeen, Needed, OrgMoved, Rejected, RenewalOrdered-> LOGGING_IN",
                        "REJECTED -LoginSucceeded-> IN_USE",
                        "REJECTED -Forgotten-> NO_TOKEN",
                        "REJECTED -Answered, CredentialsSeen, Needed, OrgMoved, Rejected, RenewalOrdered-> REPLACING",
                        "RENEWING -LoginFailed, LoginLost, LoginSucceeded, Woken-> IN_USE",
                        "RENEWING -Forgotten-> LOGGING_IN",
                        "RENEWING -Answered, Rejected, RejectedAgain-> REPLACING",
                        "REPLACING -LoginSucceeded-> IN_USE",
                        "REPLACING -Forgotten-> LOGGING_IN",
                        "REPLACING -LoginFailed, LoginLost, LoginSucceeded, Woken-> REJECTED");
    }

    /** The architecture page shows this file. */
    @Test
    void diagramWhenItIsDrawnFromTheTableThenAsCommitted() throws Exception {
        String drawn = moves().stream()
                .map(move -> move.replaceFirst("(\\w+) -(.+)-> (\\w+)", "    $1 --> $3: $2"))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> NO_TOKEN\n", "\n"));

        try (InputStream committed = getClass().getResourceAsStream("/token-states.mmd")) {
            assertThat(drawn).isEqualTo(new String(committed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** From one phase to another, in alphabetical order; every phase goes to CLOSED. */
    private List<String> moves() {
        Map<String, Set<String>> triggersOf = new TreeMap<>();
        for (TokenState state : TokenStates.states()) {
            for (TokenTrigger trigger : TokenStates.triggers(state)) {
                boolean drawn = !TokenStates.OVERDUE.equals(state.login()) || trigger instanceof TokenTrigger.Woken;
                for (Moment moment : List.of(TokenStates.AT, TokenStates.SPENT)) {
                    TokenPhase next =
                            transitions.after(state, trigger, moment).state().phase();
                    if (drawn && next != state.phase() && next != TokenPhase.CLOSED) {
                        triggersOf
                                .computeIfAbsent(state.phase() + " -> " + next, any -> new TreeSet<>())
                                .add(trigger.getClass().getSimpleName());
                    }
                }
            }
        }
        return triggersOf.entrySet().stream()
                .map(move -> move.getKey().replace(" -> ", " -" + String.join(", ", move.getValue()) + "-> "))
                .toList();
    }
}
