package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.junit.jupiter.api.Test;

class SubscriptionTransitionsTest {

    /** The others are possible in almost every state. */
    private static final Set<Trigger> DRAWN =
            EnumSet.complementOf(EnumSet.of(Trigger.SUSPEND, Trigger.FAIL, Trigger.DEFECT, Trigger.STOP));

    @Test
    void tableWhenReadThenTheseMovesAndNoOthers() {
        assertThat(moves(DRAWN))
                .containsExactlyInAnyOrder(
                        "NEW -START-> AWAITING_TOKEN",
                        "AWAITING_TOKEN -TOKEN-> CLAIMING",
                        "CLAIMING -CLAIMED-> OPENING",
                        "CLAIMING -NO_ROOM-> FULL",
                        "CLAIMING -LOST-> BACKING_OFF",
                        "OPENING -CONFIRMED-> OPEN",
                        "OPENING -LOST-> BACKING_OFF",
                        "OPENING -TOKEN_REJECTED-> RENEWING",
                        "OPENING -NO_ROOM-> FULL",
                        "OPENING -POSITION_REJECTED-> GAP",
                        "OPEN -LOST-> BACKING_OFF",
                        "OPEN -TOKEN_REJECTED-> RENEWING",
                        "OPEN -NO_ROOM-> FULL",
                        "OPEN -POSITION_REJECTED-> GAP",
                        "RENEWING -TOKEN-> CLAIMING",
                        "RENEWING -LOST-> BACKING_OFF",
                        "BACKING_OFF -DELAY_OVER-> AWAITING_TOKEN",
                        "FULL -ROOM-> AWAITING_TOKEN",
                        "FULL -LOST-> BACKING_OFF",
                        "GAP -DECIDED-> BACKING_OFF",
                        "SUSPENDED -RESUME-> AWAITING_TOKEN");
    }

    @Test
    void failAndSuspendWhenItIsActiveThenPossibleEverywhere() {
        Set<SubscriptionState> still =
                EnumSet.of(SubscriptionState.NEW, SubscriptionState.FAILED, SubscriptionState.STOPPED);
        for (SubscriptionState state : SubscriptionState.values()) {
            assertThat(SubscriptionTransitions.allows(state, Trigger.FAIL)).isEqualTo(!still.contains(state));
            assertThat(SubscriptionTransitions.allows(state, Trigger.SUSPEND))
                    .isEqualTo(!still.contains(state) && state != SubscriptionState.SUSPENDED);
        }
    }

    @Test
    void defectWhenItIsActiveThenAnotherStreamFollowsFromEverywhere() {
        Set<SubscriptionState> still =
                EnumSet.of(SubscriptionState.SUSPENDED, SubscriptionState.FAILED, SubscriptionState.STOPPED);
        for (SubscriptionState state : SubscriptionState.values()) {
            assertThat(SubscriptionTransitions.allows(state, Trigger.DEFECT)).isEqualTo(!still.contains(state));
            if (SubscriptionTransitions.allows(state, Trigger.DEFECT)) {
                assertThat(SubscriptionTransitions.after(state, Trigger.DEFECT))
                        .isEqualTo(SubscriptionState.BACKING_OFF);
            }
        }
    }

    @Test
    void stopWhenItIsNotStoppedThenPossibleEverywhere() {
        for (SubscriptionState state : SubscriptionState.values()) {
            assertThat(SubscriptionTransitions.allows(state, Trigger.STOP))
                    .isEqualTo(state != SubscriptionState.STOPPED);
        }
    }

    @Test
    void afterWhenTheTableHasNoSuchMoveThenThrowsAndNamesBoth() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SubscriptionTransitions.after(SubscriptionState.NEW, Trigger.CONFIRMED))
                .withMessageContaining("CONFIRMED")
                .withMessageContaining("NEW");
    }

    /** The architecture page shows this file. */
    @Test
    void diagramWhenItIsDrawnFromTheTableThenAsCommitted() throws Exception {
        String drawn = moves(DRAWN).stream()
                .map(move -> move.replaceFirst("(\\w+) -(\\w+)-> (\\w+)", "    $1 --> $3: $2"))
                .sorted()
                .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> NEW\n", "\n"));

        try (InputStream committed = getClass().getResourceAsStream("/subscription-states.mmd")) {
            assertThat(drawn).isEqualTo(new String(committed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> moves(Set<Trigger> triggers) {
        List<String> moves = new ArrayList<>();
        for (SubscriptionState state : SubscriptionState.values()) {
            for (Trigger trigger : triggers) {
                if (SubscriptionTransitions.allows(state, trigger)) {
                    moves.add(state + " -" + trigger + "-> " + SubscriptionTransitions.after(state, trigger));
                }
            }
        }
        return moves;
    }
}
