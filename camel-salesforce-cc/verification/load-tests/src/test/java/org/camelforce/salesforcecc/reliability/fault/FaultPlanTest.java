package org.camelforce.salesforcecc.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultPlanTest {

    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(30);

    @ParameterizedTest
    @EnumSource
    void drawWhenSeedIsTheSameThenTheSamePlan(Protocol protocol) {
        assertThat(FaultPlan.draw(protocol, 1, SHORT, true).toString())
                .isEqualTo(FaultPlan.draw(protocol, 1, SHORT, true).toString())
                .isNotEqualTo(FaultPlan.draw(protocol, 2, SHORT, true).toString());
    }

    @ParameterizedTest
    @EnumSource
    void drawWhenLongThenEveryFaultOfTheProtocolAndEachIsPossible(Protocol protocol) {
        List<Disturbance> drawn = disturbances(FaultPlan.draw(protocol, 1, LONG, true));

        assertThat(drawn).containsAll(FaultProfile.of(protocol));
        Faults faults = new Faults();
        drawn.stream()
                .filter(Disturbance.Inject.class::isInstance)
                .map(Disturbance.Inject.class::cast)
                .forEach(inject -> faults.inject(inject.point(), inject.fault(), inject.times()));
    }

    @Test
    void drawWhenWithoutKillsThenNone() {
        assertThat(disturbances(FaultPlan.draw(Protocol.COMETD, 1, LONG, false)))
                .noneMatch(Disturbance.Kill.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void drawWhenKillsThenFourSecondsBetweenThem(Protocol protocol) {
        List<Step> kills = FaultPlan.draw(protocol, 1, SHORT, true).steps().stream()
                .filter(step -> step.what() instanceof Disturbance.Kill)
                .toList();

        assertThat(kills).hasSizeGreaterThan(1);
        for (int i = 1; i < kills.size(); i++) {
            assertThat(kills.get(i).at().minus(kills.get(i - 1).at())).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
        }
    }

    @Test
    void drawWhenLongThenNothingElseForAsLongAsAStallMayGoUnnoticed() {
        List<Step> steps = FaultPlan.draw(Protocol.PUBSUB, 1, LONG, true).steps();
        int stall = disturbances(new FaultPlan(steps)).stream()
                .map(what -> what instanceof Disturbance.Inject inject && inject.fault() instanceof Fault.StallStream)
                .toList()
                .indexOf(true);

        assertThat(stall).isNotNegative();
        assertThat(steps.get(stall + 1).at().minus(steps.get(stall).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(330));
    }

    private static List<Disturbance> disturbances(FaultPlan plan) {
        return plan.steps().stream().map(Step::what).toList();
    }
}
