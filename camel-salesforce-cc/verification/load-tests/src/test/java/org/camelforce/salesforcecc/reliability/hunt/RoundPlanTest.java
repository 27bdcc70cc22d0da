package org.camelforce.salesforcecc.reliability.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.junit.jupiter.api.Test;

class RoundPlanTest {

    private static final List<Protocol> ALL = List.of(Protocol.values());
    private static final List<Trouble> TROUBLES = List.of(Trouble.values());

    @Test
    void drawnWhenTheSeedIsTheSameThenTheSamePlan() {
        assertThat(RoundPlan.drawn(7, ALL, TROUBLES, false)).isEqualTo(RoundPlan.drawn(7, ALL, TROUBLES, false));
    }

    @Test
    void drawnWhenManySeedsThenEveryTroubleAndUpTo300Subscriptions() {
        Set<Trouble> seen = EnumSet.noneOf(Trouble.class);
        int most = 0;
        for (long seed = 0; seed < 300; seed++) {
            RoundPlan plan = RoundPlan.drawn(seed, ALL, TROUBLES, false);
            seen.addAll(plan.troubles());
            most = Math.max(most, plan.specs().size());
        }

        assertThat(seen).containsExactlyInAnyOrder(Trouble.values());
        assertThat(most).isEqualTo(300);
    }

    @Test
    void drawnWhenAnyThenEachProtocolHasASubscription() {
        assertThat(LongStream.range(0, 50).mapToObj(seed -> RoundPlan.drawn(seed, ALL, TROUBLES, true)))
                .allSatisfy(plan ->
                        assertThat(plan.specs()).extracting(Spec::protocol).containsAll(ALL));
    }

    @Test
    void drawnWhenTroublesAreChosenThenNoOther() {
        assertThat(LongStream.range(0, 50)
                        .mapToObj(seed -> RoundPlan.drawn(seed, ALL, List.of(Trouble.ROUTES_FAIL), true)))
                .allSatisfy(plan -> assertThat(plan.troubles()).containsExactly(Trouble.ROUTES_FAIL));
    }
}
