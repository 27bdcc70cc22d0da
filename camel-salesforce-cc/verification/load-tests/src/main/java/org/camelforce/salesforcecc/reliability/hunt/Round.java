package org.camelforce.salesforcecc.reliability.hunt;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.subscription.SubscriptionState;

/**
 * One round: subscriptions are opened, things go wrong while events are published, everything is healed, and then
 * everything has to move again. May be called once.
 */
final class Round {

    /** After healing, everything moves again within this time. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    /** What slow workers have not done by then they never do. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration OPERATIONS = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final Duration BY_ITSELF = Duration.ofSeconds(10);
    private static final Duration LEFTOVERS = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 100;
    private static final long PUBLISH_MILLIS = 200;
    private static final int FEW = 10;
    private static final long ANSWER_SECONDS = 5;
    private static final int TASKS_EACH = 10;
    private static final int TASKS_ANYWAY = 100;

    private final RoundPlan plan;
    private final Path folder;
    private final LongSupplier ticker;
    private final InstantSource clock;
    private final FindingLog findings;
    private final Semaphore never = new Semaphore(0);

    /**
     * @param plan what the round is made of
     * @param folder an empty folder
     * @param ticker nanoseconds
     * @param clock the machine's
     */
    Round(RoundPlan plan, Path folder, LongSupplier ticker, InstantSource clock) {
        this.plan = plan;
        this.folder = folder;
        this.ticker = ticker;
        this.clock = clock;
        this.findings = new FindingLog(plan);
    }

    /**
     * Runs and waits for the end.
     *
     * @return what must not have happened and has
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    List<Finding> call() throws InterruptedException {
        ThreadGroup group = new Threads("round-" + plan.seed());
        try (World world = new World(plan, folder, findings, ticker, clock)) {
            if (start(world, group)) {
                try (HealthWatch watch = new HealthWatch(world, findings, ticker)) {
                    hunt(world, watch);
                }
            }
            world.heal();
            stop(world, group);
        }
        return findings.all();
    }

    /** What a thread does not catch was thrown by the round itself, and what comes of it is judged. */
    private static final class Threads extends ThreadGroup {

        Threads(String name) {
            super(name);
        }

        @Override
        public void uncaughtException(Thread thread, Throwable thrown) {}
    }

    private boolean start(World world, ThreadGroup group) throws InterruptedException {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread starter = new Thread(
                group,
                () -> {
                    try {
                        world.start();
                        started.complete(null);
                    } catch (Exception e) {
                        started.completeExceptionally(e);
                    }
                },
                "starter");
        starter.setDaemon(true);
        starter.start();
        boolean open = until(
                START,
                () -> started.isDone()
                        && (started.isCompletedExceptionally()
                                || plan.specs().stream().allMatch(spec -> isOpen(world, spec))));
        if (started.isCompletedExceptionally()) {
            started.handle((nothing, failure) -> {
                findings.add(Finding.Kind.NEVER_OPENED, "the start failed: " + failure);
                return null;
            });
            return false;
        }
        if (!open) {
            findings.add(
                    Finding.Kind.NEVER_OPENED,
                    (started.isDone() ? "" : "the context is still starting; ")
                            + describe(world, spec -> !isOpen(world, spec)) + "; health "
                            + down(world));
        }
        return open;
    }

    private static boolean isOpen(World world, Spec spec) {
        return world.status(spec)
                .filter(status -> status.state() == SubscriptionState.OPEN)
                .isPresent();
    }

    private void hunt(World world, HealthWatch watch) throws InterruptedException {
        Random random = new Random(plan.seed() + 1);
        if (plan.early()) {
            plan.specs().forEach(world.org()::publish);
            if (!until(LIMIT, () -> owed(world) == 0)) {
                findings.add(
                        Finding.Kind.STANDS_STILL,
                        "the first event was not routed: " + describe(world, spec -> isOwed(world, spec)));
                return;
            }
        }
        Troublemaker trouble = new Troublemaker(world, random, findings);
        trouble.begin();
        publish(world, random, plan.length());
        trouble.heal();
        watch.calm();
        awaitOperations(trouble);
        startWhatIsNotStarted(world);
        if (plan.troubles().stream().anyMatch(Trouble::needsRestart)) {
            restartWhatStands(world);
        }
        judge(world);
    }

    private void publish(World world, Random random, Duration length) throws InterruptedException {
        long began = ticker.getAsLong();
        int most = plan.specs().size() > FEW ? 2 * FEW : plan.specs().size();
        while (since(began).compareTo(length) < 0) {
            for (int i = 0; i < most; i++) {
                Spec spec = plan.specs().get(random.nextInt(plan.specs().size()));
                world.org().publish(spec);
            }
            pause(PUBLISH_MILLIS);
        }
    }

    /** An operation that is under way ends soon after healing, or is what stands still. */
    private void awaitOperations(Troublemaker trouble) throws InterruptedException {
        long began = ticker.getAsLong();
        for (Future<?> operation : List.copyOf(trouble.operations())) {
            long left = OPERATIONS.minus(since(began)).toMillis();
            try {
                operation.get(Math.max(1, left), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                findings.add(
                        Finding.Kind.STANDS_STILL,
                        "a restart has not ended " + since(began).toSeconds() + " s after healing");
                return;
            } catch (ExecutionException e) {
                // a start that failed is repeated below
            }
        }
    }

    /** What an operator does about a route whose start was refused. */
    private void startWhatIsNotStarted(World world) {
        for (Spec spec : plan.specs()) {
            if (!world.isRouteStarted(spec)) {
                try {
                    world.context().getRouteController().startRoute(spec.name());
                } catch (Exception e) {
                    findings.add(Finding.Kind.STANDS_STILL, spec.name() + " does not start: " + e);
                }
            }
        }
    }

    /** What an operator does about a subscription that is DOWN; one that is UP nobody restarts. */
    private void restartWhatStands(World world) throws InterruptedException {
        until(BY_ITSELF, () -> owed(world) == 0);
        Map<String, String> down = world.health().down();
        for (Spec spec : plan.specs()) {
            if (isOwed(world, spec) && HealthWatch.isDown(spec, down)) {
                try {
                    world.stopped(spec, true);
                    world.context().getRouteController().stopRoute(spec.name());
                    world.context().getRouteController().startRoute(spec.name());
                } catch (Exception e) {
                    findings.add(Finding.Kind.STANDS_STILL, spec.name() + " does not restart: " + e);
                } finally {
                    world.stopped(spec, false);
                }
            }
        }
    }

    private void judge(World world) throws InterruptedException {
        plan.specs().forEach(world.org()::publish);
        long began = ticker.getAsLong();
        until(LONGEST, () -> owed(world) == 0 || since(began).compareTo(LIMIT) >= 0 && stands(world));
        boolean moves = owed(world) == 0;
        if (!moves) {
            findings.add(
                    Finding.Kind.STANDS_STILL,
                    describe(world, spec -> isOwed(world, spec)) + "; health " + down(world) + "; tasks "
                            + world.tasks().byPool());
        }
        if (!answers(world, LIMIT)) {
            findings.add(Finding.Kind.NO_ANSWER, "no query is answered; health " + down(world));
        }
        if (!until(LIMIT, () -> plan.specs().stream().noneMatch(spec -> isBehind(world, spec)))) {
            findings.add(Finding.Kind.NO_POSITION, describe(world, spec -> isBehind(world, spec)));
        }
        if (moves
                && !until(
                        HealthWatch.delay().plus(LIMIT),
                        () -> world.health().down().isEmpty())) {
            findings.add(Finding.Kind.FALSELY_DOWN, "everything moves, and health is " + down(world));
        }
        int tasks = world.tasks().byPool().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (tasks > TASKS_ANYWAY + TASKS_EACH * plan.specs().size()) {
            findings.add(
                    Finding.Kind.TASKS_PILE_UP,
                    "waiting tasks: " + world.tasks().byPool());
        }
        for (Spec spec : plan.specs()) {
            List<String> wrong = world.accounts().get(spec.index()).outOfOrder();
            if (!wrong.isEmpty()) {
                findings.add(
                        Finding.Kind.OUT_OF_ORDER,
                        spec.name() + " (" + spec + "): " + wrong.size() + " times, first " + wrong.get(0));
            }
        }
    }

    private boolean answers(World world, Duration most) throws InterruptedException {
        long began = ticker.getAsLong();
        do {
            Future<String> answer = world.query();
            try {
                answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
                return true;
            } catch (ExecutionException | TimeoutException e) {
                pause(LOOK_MILLIS);
            }
        } while (since(began).compareTo(most) < 0);
        return false;
    }

    /** Only a position of the route's own, or of the org's, can be told from outside. */
    private static boolean isBehind(World world, Spec spec) {
        return (spec.durable() || spec.protocol() == Protocol.MANAGED)
                && !isOwed(world, spec)
                && !world.accounts().get(spec.index()).isCommitted();
    }

    private void stop(World world, ThreadGroup group) throws InterruptedException {
        Thread stopper = new Thread(group, world.context()::stop, "stopper");
        stopper.setDaemon(true);
        stopper.start();
        stopper.join(STOP.toMillis());
        if (stopper.isAlive()) {
            findings.add(Finding.Kind.DOES_NOT_STOP, "the context does not stop within " + STOP.toSeconds() + " s");
            return;
        }
        if (!until(LEFTOVERS, () -> ThreadLeak.of(group).isEmpty())) {
            findings.add(Finding.Kind.THREADS_LEFT, String.valueOf(ThreadLeak.of(group)));
        }
    }

    private String describe(World world, Predicate<Spec> which) {
        return plan.specs().stream()
                .filter(which)
                .limit(3)
                .map(spec -> Describing.of(world, spec))
                .collect(Collectors.joining(" | "));
    }

    /** The checks that are DOWN, not more than people read. */
    private static String down(World world) {
        Map<String, String> down = world.health().down();
        return down.entrySet().stream().limit(3).map(Map.Entry::toString).collect(Collectors.joining(", "))
                + (down.isEmpty() ? "UP" : " (" + down.size() + " checks DOWN)");
    }

    private static int owed(World world) {
        return world.accounts().stream().mapToInt(Account::owed).sum();
    }

    /** Whether a subscription has been owed something and has not moved for longer than allowed. */
    private static boolean stands(World world) {
        return world.accounts().stream()
                .anyMatch(account -> !account.standing(LIMIT).isZero());
    }

    private static boolean isOwed(World world, Spec spec) {
        return world.accounts().get(spec.index()).owed() > 0;
    }

    private boolean until(Duration most, BooleanSupplier condition) throws InterruptedException {
        long began = ticker.getAsLong();
        while (!condition.getAsBoolean()) {
            if (since(began).compareTo(most) >= 0) {
                return false;
            }
            pause(LOOK_MILLIS);
        }
        return true;
    }

    private Duration since(long began) {
        return Duration.ofNanos(ticker.getAsLong() - began);
    }

    private void pause(long millis) throws InterruptedException {
        never.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }
}
