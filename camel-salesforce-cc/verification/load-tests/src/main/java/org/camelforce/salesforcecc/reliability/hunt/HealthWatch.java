package org.camelforce.salesforcecc.reliability.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.health.HealthTruth;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Compares the health of each subscription with what the round knows, on a thread of its own, until it is closed. */
final class HealthWatch implements AutoCloseable {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** Many subscriptions on a small machine get their events late, which is not their health's business. */
    private static final Duration MARGIN_FOR_MANY = Duration.ofSeconds(25);

    /** A poll of the Streaming API is held back for so long while another route of the same client has no room. */
    private static final Duration HOLD = Duration.ofSeconds(15);

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int FEW = 50;
    private static final long MILLIS = 250;
    private static final long END_MILLIS = 10_000;
    private static final long MILLIS_FOR_MANY = 2_000;

    private final World world;
    private final FindingLog findings;
    private final LongSupplier ticker;
    private final List<HealthTruth> truths = new ArrayList<>();
    private final Semaphore end = new Semaphore(0);
    private final Thread thread;
    private volatile boolean calm;

    HealthWatch(World world, FindingLog findings, LongSupplier ticker) {
        this.world = world;
        this.findings = findings;
        this.ticker = ticker;
        Duration margin = world.plan().specs().size() > FEW ? MARGIN_FOR_MANY : MARGIN;
        world.plan().specs().forEach(spec -> truths.add(new HealthTruth(World.STALL_AFTER, margin)));
        thread = new Thread(this::run, "health-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Nothing goes wrong any more. */
    void calm() {
        calm = true;
    }

    /** For how long health may be wrong. */
    static Duration delay() {
        return World.STALL_AFTER.plus(MARGIN);
    }

    @Override
    public void close() {
        end.release();
        try {
            thread.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long millis = truths.size() > FEW ? MILLIS_FOR_MANY : MILLIS;
        try {
            while (!end.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.add(Finding.Kind.BROKEN_OFF, "the watch of health failed: " + e);
        }
    }

    private void look() {
        Map<String, String> down = world.health().down();
        Map<String, SubscriptionStatus> statuses = new HashMap<>();
        world.statuses().forEach(status -> statuses.put(status.id().channel(), status));
        Duration now = Duration.ofNanos(ticker.getAsLong());
        for (Spec spec : world.plan().specs()) {
            SubscriptionStatus status = statuses.get(spec.channel());
            boolean isDown = isDown(spec, down);
            Duration standing = world.accounts().get(spec.index()).standing(GRACE);
            HealthTruth.Look look = new HealthTruth.Look(
                    now,
                    standing,
                    unseen(status),
                    status != null && status.disconnectedFor() != null,
                    calm,
                    world.isStopped(spec) || !world.isRouteStarted(spec),
                    isDown);
            truths.get(spec.index())
                    .at(look)
                    .ifPresent(wrong -> findings.add(
                            wrong.startsWith("UP") ? Finding.Kind.FALSELY_UP : Finding.Kind.FALSELY_DOWN,
                            Describing.of(world, spec) + ", health " + wrong + " " + own(spec, down)));
        }
    }

    /** For how long the component cannot know of what is owed, because it has nothing in flight. */
    private static Duration unseen(@Nullable SubscriptionStatus status) {
        return status == null || status.inFlight() > 0 || status.commitLag() > 0 ? Duration.ZERO : HOLD;
    }

    /** A check of its own, or one that is about the whole component. */
    static boolean isDown(Spec spec, Map<String, String> down) {
        return !own(spec, down).isEmpty();
    }

    private static Map<String, String> own(Spec spec, Map<String, String> down) {
        Map<String, String> own = new TreeMap<>(down);
        own.keySet().removeIf(id -> !id.endsWith(":" + spec.name()) && id.contains(":hunt-"));
        return own;
    }
}
