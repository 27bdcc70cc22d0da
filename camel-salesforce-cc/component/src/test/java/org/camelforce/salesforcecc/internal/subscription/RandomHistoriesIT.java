package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.subscription.FakeSource.id;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionState;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One subscription, a server that keeps all events, and what can happen to them in any order, in time that stands still
 * until it is moved. A history can be repeated by its seed.
 */
class RandomHistoriesIT {

    private static final int HISTORIES = Integer.getInteger("histories", 300);
    private static final Instant OLD = SubscriptionWorld.NOW.minus(Duration.ofHours(1));

    /** What happens besides faults of streams, routes, pools and stores. */
    private enum Trouble {
        NONE,
        /** The subscription is stopped and started. */
        RESTARTS,
        /** Errors from every side, positions that are lost, events that are given up. */
        ERRORS
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void l1EventsWhenAnythingHappensThenEachIsProcessedAndNoneIsWithoutReasonTwice(Trouble trouble) {
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed, trouble);
            try {
                history.run();
            } catch (Throwable e) {
                throw new AssertionError("Seed " + seed + " of " + trouble + ": " + history.log, e);
            }
        }
    }

    private static final class History {

        private final SubscriptionWorld world = new SubscriptionWorld();
        private final List<String> log = new ArrayList<>();
        private final List<Instant> created = new ArrayList<>();
        private final Map<Long, Integer> processed = new TreeMap<>();
        private final List<Runnable> blocked = new ArrayList<>();
        private final List<Runnable> tasks = new ArrayList<>();
        private final Random random;
        private final Trouble trouble;
        private boolean healed;
        private int streams;
        private long sent;
        private int granted;
        private long firstDue = Long.MAX_VALUE;
        private Subscription subscription;

        private History(int seed, Trouble trouble) {
            this.random = new Random(seed);
            this.trouble = trouble;
            world.breakOnFirstError = random.nextBoolean();
            world.window = 1 + random.nextInt(12);
            world.batchSize = 1 + random.nextInt(5);
            world.initial = chance(3) ? new StartingPoint.Earliest() : new StartingPoint.Latest();
            world.exclusive = chance(4);
            if (trouble == Trouble.ERRORS) {
                world.gapPolicy = gap -> new StartingPoint.Earliest();
                world.maxRedeliveries = random.nextInt(4) - 1;
            }
            world.blocking = this::takeOrHold;
            world.callouts = this::takeOrHold;
            world.workers = this::work;
            subscription = world.subscription();
        }

        void run() {
            for (int i = random.nextInt(5); i > 0; i--) {
                created.add(OLD);
            }
            subscription.start();
            for (int i = 0; i < 50 && world.source.opened() == 0; i++) {
                giveUpOneThatBlocks();
                world.advance(Duration.ofSeconds(1));
            }
            server();
            for (int i = 20 + random.nextInt(100); i > 0; i--) {
                act();
                server();
            }
            heal();
            check();
        }

        private boolean chance(int of) {
            return random.nextInt(of) == 0;
        }

        private void takeOrHold(Runnable work) {
            if (healed || random.nextBoolean()) {
                work.run();
            } else {
                blocked.add(work);
            }
        }

        /** A pool takes a task, refuses it, keeps it for a while or drops it. */
        private void work(Runnable task) {
            int fate = healed ? 9 : random.nextInt(10);
            if (fate < 2) {
                throw new RejectedExecutionException("full");
            } else if (fate < 4) {
                tasks.add(task);
            } else if (fate > 4) {
                SubscriptionWorld.onAnotherThread(task);
            }
        }

        private void runOneTask() {
            if (!tasks.isEmpty()) {
                SubscriptionWorld.onAnotherThread(tasks.remove(random.nextInt(tasks.size())));
            }
        }

        private void giveUpOneThatBlocks() {
            if (!blocked.isEmpty()) {
                log.add("unblock");
                blocked.remove(random.nextInt(blocked.size())).run();
            }
        }

        /** Takes note of a stream that has just been opened. */
        private void server() {
            if (world.source.opened() == streams) {
                return;
            }
            streams = world.source.opened();
            StartingPoint from = world.source.stream().from();
            granted = 0;
            if (from instanceof StartingPoint.After after) {
                sent = number(after.position());
            } else {
                sent = from instanceof StartingPoint.Latest ? created.size() : 0;
            }
            if (firstDue == Long.MAX_VALUE) {
                firstDue = 1 + (from instanceof StartingPoint.Since since ? before(since.created()) : sent);
            }
            log.add("stream " + streams + " from " + from);
        }

        private long before(Instant start) {
            return created.stream().filter(time -> time.isBefore(start)).count();
        }

        private long number(ReplayId id) {
            for (long number = 0; number <= created.size(); number++) {
                if (id(number).equals(id)) {
                    return number;
                }
            }
            throw new IllegalStateException("The server has never sent " + id);
        }

        private boolean isStreaming() {
            return world.source.opened() > 0 && !world.source.stream().isClosed();
        }

        private void act() {
            switch (random.nextInt(16)) {
                case 0, 1 -> publish();
                case 2 -> stream("confirm", FakeSource.Stream::confirm);
                case 3, 4, 5 -> stream("send", stream -> send(1 + random.nextInt(4)));
                case 6 -> {
                    if (sent == created.size() && sent > 0) {
                        stream("reach", stream -> stream.reach(sent));
                    }
                }
                case 7, 8 -> finishOne(null);
                case 9 -> finishOne(new IllegalStateException("the route fails"));
                case 10 -> world.run();
                case 11 -> world.advance(Duration.ofMillis(random.nextInt(20_000)));
                case 12 -> stream("end", stream -> stream.end(anEnd()));
                case 13 -> {
                    giveUpOneThatBlocks();
                    runOneTask();
                }
                case 14 -> suspendOrResume();
                default -> trouble();
            }
        }

        private void stream(String what, Consumer<FakeSource.Stream> action) {
            if (isStreaming()) {
                log.add(what);
                action.accept(world.source.stream());
            }
        }

        private StreamEnd.Kind anEnd() {
            List<StreamEnd.Kind> kinds = new ArrayList<>(List.of(
                    StreamEnd.Kind.INTERRUPTED, StreamEnd.Kind.COMPLETED, StreamEnd.Kind.BUSY, StreamEnd.Kind.NO_ROOM));
            if (trouble == Trouble.ERRORS) {
                kinds.add(StreamEnd.Kind.POSITION_REJECTED);
            }
            return kinds.get(random.nextInt(kinds.size()));
        }

        private void publish() {
            created.add(SubscriptionWorld.NOW.plusNanos(world.scheduler.ticker()));
            log.add("publish " + created.size());
        }

        private void send(int most) {
            FakeSource.Stream stream = world.source.stream();
            for (int i = 0; i < most && sent < created.size() && granted < stream.requested(); i++) {
                sent++;
                granted++;
                log.add("sent " + sent);
                stream.sendCreated(sent, created.get((int) sent - 1));
            }
        }

        private void finishOne(@Nullable Throwable failure) {
            if (world.inHand.isEmpty()) {
                return;
            }
            List<ReplayId> ids = new ArrayList<>(world.inHand.keySet());
            ReplayId one = ids.get(random.nextInt(ids.size()));
            log.add((failure == null ? "done " : "fail ") + number(one));
            if (failure == null || !world.breakOnFirstError) {
                processed.merge(number(one), 1, Integer::sum);
            }
            Consumer<@Nullable Throwable> done = world.inHand.remove(one);
            assertThat(done).isNotNull();
            done.accept(failure);
        }

        private void finishLetters() {
            List.copyOf(world.givenUp.keySet()).forEach(event -> {
                Throwable failure = !healed && chance(2) ? new IllegalStateException("no dead letter") : null;
                log.add("letter " + number(event));
                if (failure == null) {
                    processed.merge(number(event), 1, Integer::sum);
                }
                world.givenUp.remove(event).accept(failure);
            });
        }

        private void suspendOrResume() {
            if (random.nextBoolean()) {
                log.add("suspend");
                subscription.suspend();
            } else {
                log.add("resume");
                subscription.resume();
            }
        }

        private void trouble() {
            switch (random.nextInt(5)) {
                case 0 -> world.commitFailure = world.commitFailure == null ? new IOException("disk") : null;
                case 1 -> stream("token", stream -> stream.refuseToken("old"));
                case 2 -> renewed(!chance(3));
                default -> {
                    if (trouble == Trouble.RESTARTS) {
                        restart();
                    } else if (trouble == Trouble.ERRORS) {
                        error();
                    }
                }
            }
        }

        private void renewed(boolean well) {
            world.renewals.forEach(renewal -> {
                if (well) {
                    renewal.complete(SubscriptionWorld.token("new"));
                } else {
                    renewal.completeExceptionally(Tokens.unavailable());
                }
            });
        }

        private void error() {
            Error error = new NoClassDefFoundError("of another version");
            switch (random.nextInt(5)) {
                case 0 -> world.source.failToOpen(chance(2) ? error : null);
                case 1 -> world.storeFailure = chance(2) ? error : null;
                // without breakOnFirstError that is the end of an event
                case 2 -> world.defectOfRoute = world.breakOnFirstError && chance(2) ? error : null;
                case 3 -> world.salesforceTime = chance(2) ? null : SubscriptionWorld.NOW;
                default -> finishLetters();
            }
        }

        private void restart() {
            log.add("restart");
            subscription.suspend();
            subscription.stop();
            world.run();
            if (!world.exclusive || random.nextBoolean()) {
                unblockAll();
            }
            // what the route has in flight is nobody's any more
            world.inHand.clear();
            subscription = world.subscription();
            subscription.start();
            world.run();
        }

        private void unblockAll() {
            while (!blocked.isEmpty()) {
                blocked.remove(0).run();
                world.run();
            }
        }

        private void heal() {
            log.add("heal");
            healed = true;
            world.commitFailure = null;
            world.storeFailure = null;
            world.defectOfRoute = null;
            world.salesforceTime = SubscriptionWorld.NOW;
            world.source.failToOpen(null);
            subscription.resume();
            publish();
            for (int second = 0; second < 200; second++) {
                unblockAll();
                runOneTask();
                renewed(true);
                world.advance(Duration.ofSeconds(1));
                server();
                stream("confirm", FakeSource.Stream::confirm);
                world.run();
                stream("send", stream -> send(100));
                while (!world.inHand.isEmpty()) {
                    finishOne(null);
                }
                finishLetters();
                world.run();
                server();
            }
        }

        private void check() {
            for (long event = 1; event <= created.size(); event++) {
                Integer times = processed.get(event);
                if (event >= firstDue) {
                    assertThat(times).as("event " + event).isNotNull();
                } else if (trouble != Trouble.ERRORS
                        && created.get((int) event - 1).equals(OLD)) {
                    assertThat(times).as("old event " + event).isNull();
                }
                if (trouble == Trouble.NONE && times != null) {
                    assertThat(times).as("times of event " + event).isEqualTo(1);
                }
            }
            SubscriptionStatus now = subscription.status();
            assertThat(now.state()).isEqualTo(SubscriptionState.OPEN);
            assertThat(now.commitLag()).isZero();
            assertThat(now.inFlight()).isZero();
            assertThat(now.commitFailure()).isNull();
            assertThat(now.progress().losses()).isZero();
            assertThat(now.progress().rejection()).isNull();
            assertThat(now.progress().stillFor()).isNull();
            assertThat(now.progress().oldest()).isNull();
            assertThat(world.position()).contains(id(created.size()));
        }
    }
}
