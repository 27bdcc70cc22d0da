package org.camelforce.salesforcecc.reliability.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/**
 * What goes wrong, and when.
 *
 * @param steps in the order of their time
 */
public record FaultPlan(List<Step> steps) {

    private static final Duration SHORT_RUN = Duration.ofMinutes(2);
    private static final Duration RUN_WITH_STALL = Duration.ofMinutes(12);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(4);
    private static final Duration BETWEEN_KILLS_IN_LONG_RUNS = Duration.ofSeconds(30);
    private static final Duration COMETD_STALL = Duration.ofSeconds(180);
    private static final Duration PUBSUB_STALL = Duration.ofSeconds(340);
    private static final int KILLS_IN_A_ROUND = 5;

    /** Copies the steps. */
    public FaultPlan {
        steps = List.copyOf(steps);
    }

    /**
     * Draws a plan. Every disturbance of the protocol comes up once before any comes up again. A run of at least 12
     * minutes has a silent stall, during which nothing else goes wrong.
     *
     * @param protocol what can go wrong
     * @param seed the same seed gives the same plan
     * @param length the plan's length
     * @param kills whether processes are killed as well
     * @return the plan
     */
    public static FaultPlan draw(Protocol protocol, long seed, Duration length, boolean kills) {
        return new Draw(protocol, new Random(seed), length, kills).plan();
    }

    private static final class Draw {

        private final Protocol protocol;
        private final Random random;
        private final Duration length;
        private final boolean kills;
        private final List<Disturbance> round = new ArrayList<>();

        Draw(Protocol protocol, Random random, Duration length, boolean kills) {
            this.protocol = protocol;
            this.random = random;
            this.length = length;
            this.kills = kills;
        }

        FaultPlan plan() {
            List<Step> steps = new ArrayList<>();
            boolean isShort = length.compareTo(SHORT_RUN) < 0;
            boolean stallDue = length.compareTo(RUN_WITH_STALL) >= 0;
            Duration nextKill = Duration.ZERO;
            Duration at = gap(isShort);
            while (at.compareTo(length) < 0) {
                if (stallDue && at.compareTo(length.dividedBy(3)) > 0) {
                    stallDue = false;
                    Fault stall = new Fault.StallStream();
                    steps.add(new Step(at, new Disturbance.Inject(delivery(), stall, 1)));
                    at = at.plus(protocol == Protocol.COMETD ? COMETD_STALL : PUBSUB_STALL);
                    continue;
                }
                Disturbance next = next();
                if (!(next instanceof Disturbance.Kill)) {
                    steps.add(new Step(at, next));
                } else if (kills) {
                    if (at.compareTo(nextKill) < 0) {
                        round.add(0, next);
                        at = at.plus(gap(isShort));
                        continue;
                    }
                    steps.add(new Step(at, next));
                    nextKill = at.plus(isShort ? BETWEEN_KILLS : BETWEEN_KILLS_IN_LONG_RUNS);
                }
                at = at.plus(gap(isShort));
            }
            return new FaultPlan(steps);
        }

        private Disturbance next() {
            if (round.isEmpty()) {
                round.addAll(FaultProfile.of(protocol));
                round.add(new Disturbance.TokenOutage(Duration.ofMillis(random.nextInt(500, 4000))));
                for (int i = 0; i < KILLS_IN_A_ROUND; i++) {
                    round.add(kill(random));
                }
                Collections.shuffle(round, random);
            }
            return round.remove(round.size() - 1);
        }

        private FaultPoint delivery() {
            return protocol == Protocol.COMETD ? FaultPoint.COMETD_DELIVERY : FaultPoint.PUBSUB_DELIVERY;
        }

        private Duration gap(boolean isShort) {
            return Duration.ofMillis(isShort ? random.nextInt(200, 1300) : random.nextInt(500, 6000));
        }

        private Disturbance.Kill kill(RandomGenerator random) {
            KillPoint[] points = protocol == Protocol.MANAGED
                    ? new KillPoint[] {KillPoint.RECEIVED, KillPoint.ROUTED, KillPoint.ANYWHERE}
                    : KillPoint.values();
            KillPoint point = points[random.nextInt(points.length)];
            boolean rare = point == KillPoint.COMMITTING || point == KillPoint.COMMITTED;
            return new Disturbance.Kill(
                    point, 1 + random.nextInt(rare ? 2 : 20), Duration.ofMillis(random.nextInt(1500)));
        }
    }
}
