package org.camelforce.salesforcecc.reliability.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What a round is made of. The same seed gives the same plan.
 *
 * @param seed what it was drawn from
 * @param specs the subscriptions
 * @param queue size of the queues of the default thread pool profile; null for Camel's own
 * @param policy what that profile does with a task for which there is no room
 * @param store where positions are kept
 * @param strategy whether a strategy of the user's logs in, instead of credentials from a source of the user's
 * @param skew how far the org's clock is ahead of ours
 * @param early whether each subscription gets an event before anything goes wrong
 * @param troubles what goes wrong
 * @param length how long
 */
record RoundPlan(
        long seed,
        List<Spec> specs,
        @Nullable Integer queue,
        ThreadPoolRejectedPolicy policy,
        StoreKind store,
        boolean strategy,
        Duration skew,
        boolean early,
        Set<Trouble> troubles,
        Duration length) {

    private static final int FEW = 5;
    private static final int MANY = 40;
    private static final int MOST = 300;
    private static final int CHANCES = 20;
    private static final int[] QUEUES = {2, 20, 60};
    private static final int MIN_SECONDS = 8;
    private static final int SMALL_SECONDS = 3;
    private static final int MORE_SECONDS = 5;
    private static final int LONG_SECONDS = 75;
    private static final int MAX_TROUBLES = 3;

    /** Where positions are kept. */
    enum StoreKind {
        FILE,
        JDBC
    }

    /**
     * @param seed what everything is drawn from
     * @param protocols which protocols the subscriptions may have; each has at least one
     * @param allowed what may go wrong; at least one
     * @param small whether there are only few subscriptions, and troubles are short
     * @return the plan
     */
    static RoundPlan drawn(long seed, List<Protocol> protocols, List<Trouble> allowed, boolean small) {
        Random random = new Random(seed);
        int size = protocols.size() + random.nextInt(FEW);
        int chance = random.nextInt(CHANCES);
        if (!small && chance == 0) {
            size = MOST;
        } else if (!small && chance <= 3) {
            size = MANY;
        }
        List<Spec> specs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Protocol protocol =
                    i < protocols.size() ? protocols.get(i) : protocols.get(random.nextInt(protocols.size()));
            specs.add(Spec.drawn(i, protocol, random));
        }
        Integer queue = random.nextInt(3) == 0 ? QUEUES[random.nextInt(QUEUES.length)] : null;
        ThreadPoolRejectedPolicy policy =
                random.nextBoolean() ? ThreadPoolRejectedPolicy.Abort : ThreadPoolRejectedPolicy.CallerRuns;
        StoreKind store = random.nextInt(3) == 0 ? StoreKind.JDBC : StoreKind.FILE;
        boolean strategy = random.nextInt(3) == 0;
        Duration skew = random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(-70, 20)) : Duration.ZERO;
        boolean early = random.nextBoolean();
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        int many = Math.min(1 + random.nextInt(MAX_TROUBLES), allowed.size());
        while (troubles.size() < many) {
            troubles.add(allowed.get(random.nextInt(allowed.size())));
        }
        boolean isLong = !small && random.nextInt(CHANCES) == 0;
        Duration length = Duration.ofSeconds(
                small ? SMALL_SECONDS : isLong ? LONG_SECONDS : MIN_SECONDS + random.nextInt(MORE_SECONDS));
        return new RoundPlan(seed, specs, queue, policy, store, strategy, skew, early, troubles, length);
    }

    @Override
    public String toString() {
        return troubles + " for " + length.toSeconds() + " s"
                + (skew.isZero() ? "" : ", org's clock " + skew.toMinutes() + " min ahead")
                + (queue == null ? "" : ", default profile " + queue + " " + policy) + ", " + store
                + (strategy ? ", own strategy" : "") + (early ? "" : ", no event before") + "; "
                + (specs.size() > 2 * FEW
                        ? specs.size() + " subscriptions"
                        : specs.stream().map(Spec::toString).collect(Collectors.joining("; ")));
    }
}
