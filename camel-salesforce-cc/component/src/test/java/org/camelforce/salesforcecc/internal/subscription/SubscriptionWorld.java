package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.subscription.position.CommitPolicy;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.ReplayGapPolicy;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/** A subscription in a world in which time stands still until a test moves it, and everything is done at once. */
final class SubscriptionWorld implements ReplayStore {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final SubscriptionId ID = new SubscriptionId("/event/Order__e", "orders");

    final ManualScheduler scheduler = new ManualScheduler();
    final FakeSource source = new FakeSource();
    final List<SubscriptionEvent> events = new ArrayList<>();
    final List<ReplayId> routed = new ArrayList<>();
    final Map<ReplayId, Consumer<@Nullable Throwable>> inHand = new LinkedHashMap<>();
    final Map<PositionKey, StoredPosition> stored = new HashMap<>();
    final List<CompletableFuture<TokenEntry>> renewals = new ArrayList<>();
    final PositionReleases releases = new PositionReleases();
    final List<String> rejectedAgain = new ArrayList<>();

    @Nullable
    LoginException objection;

    final List<Exception> failures = new ArrayList<>();
    CompletableFuture<TokenEntry> firstToken = CompletableFuture.completedFuture(token("first"));
    Executor workers = SubscriptionWorld::onAnotherThread;
    int parallel = 1000;
    Duration firstDelay = Duration.ofSeconds(1);
    Duration maxDelay = Duration.ofSeconds(30);
    Executor blocking = Runnable::run;
    Executor callouts = Runnable::run;

    @Nullable
    Instant salesforceTime = NOW;

    @Nullable
    IOException commitFailure;

    boolean taken;
    boolean exclusive;

    @Nullable
    Throwable storeFailure;

    int claims;
    int claimed;
    int freed;
    int window = 10;
    int batchSize = 1;
    boolean positionsOnStream;
    boolean breakOnFirstError;
    int maxRedeliveries = -1;
    Duration stallAfter = Duration.ofMinutes(5);
    final Map<ReplayId, Consumer<@Nullable Throwable>> givenUp = new LinkedHashMap<>();

    @Nullable
    Error defectOfRoute;

    @Nullable
    String rejectedTasks;

    ReplayGapPolicy gapPolicy = ReplayGapPolicy.FAIL;
    StartingPoint initial = new StartingPoint.Latest();

    static TokenEntry token(String value) {
        return Tokens.entry(value);
    }

    Subscription subscription() {
        SubscriptionSetup setup = new SubscriptionSetup(
                ID,
                true,
                positionsOnStream ? new StartingPoint.Earliest() : initial,
                gapPolicy,
                window,
                breakOnFirstError,
                maxRedeliveries,
                null,
                stallAfter,
                new CommitPolicy(batchSize, Duration.ofSeconds(1)),
                firstDelay,
                maxDelay);
        SubscriptionRuntime runtime = new SubscriptionRuntime(
                new ByHand(),
                scheduler,
                work -> blocking.execute(work),
                work -> callouts.execute(work),
                new TokenTime(() -> NOW.plusNanos(scheduler.ticker()), scheduler::ticker, Jitter.LEAST),
                () -> Optional.ofNullable(salesforceTime).map(time -> time.plusNanos(scheduler.ticker())),
                (id, event) -> events.add(event),
                releases,
                () -> rejectedTasks);
        return new Subscription(
                setup,
                source,
                positionsOnStream ? source : this,
                new ByHandRoute(),
                new WorkerPool(work -> workers.execute(work), parallel),
                runtime,
                failures::add);
    }

    /** Starts it and lets it be accepted. */
    Subscription opened() {
        Subscription subscription = subscription();
        subscription.start();
        run();
        source.stream().confirm();
        run();
        return subscription;
    }

    /** Does what is due now. */
    void run() {
        scheduler.advance(Duration.ZERO);
    }

    void advance(Duration by) {
        scheduler.advance(by);
    }

    void done(long... ids) {
        for (long id : ids) {
            finish(id, null);
        }
    }

    void fail(long id) {
        finish(id, new IllegalStateException("the route fails"));
    }

    Optional<ReplayId> position() {
        return stored.values().stream().map(StoredPosition::replayId).findFirst();
    }

    <T extends SubscriptionEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void finish(long id, @Nullable Throwable failure) {
        Consumer<@Nullable Throwable> done = inHand.remove(FakeSource.id(id));
        assertThat(done).as("the route has event " + id).isNotNull();
        done.accept(failure);
        run();
    }

    /** Runs the work at once, on a thread that is not the caller's. */
    static void onAnotherThread(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class ByHandRoute implements EventRoute {

        @Override
        public void deliver(ReceivedEvent event, Consumer<@Nullable Throwable> done) {
            routed.add(event.replayId());
            if (defectOfRoute != null) {
                throw defectOfRoute;
            }
            inHand.put(event.replayId(), done);
        }

        @Override
        public void giveUp(ReceivedEvent event, Throwable failure, int failures, Consumer<@Nullable Throwable> done) {
            givenUp.put(event.replayId(), done);
        }
    }

    @Override
    public PositionClaim claim(PositionKey key) throws PositionAlreadyClaimedException {
        claims++;
        if (storeFailure instanceof RuntimeException failure) {
            throw failure;
        }
        if (storeFailure instanceof Error failure) {
            throw failure;
        }
        if (taken || exclusive && claimed > freed) {
            throw new PositionAlreadyClaimedException(key, "another node");
        }
        claimed++;
        return new Claim(key, stored.get(key));
    }

    private final class Claim implements PositionClaim {

        private final PositionKey key;
        private final @Nullable StoredPosition found;

        private Claim(PositionKey key, @Nullable StoredPosition found) {
            this.key = key;
            this.found = found;
        }

        @Override
        public Optional<StoredPosition> found() {
            return Optional.ofNullable(found);
        }

        @Override
        public void commit(StoredPosition position) throws IOException {
            if (commitFailure != null) {
                throw commitFailure;
            }
            if (taken) {
                throw new PositionAlreadyClaimedException(key, "another node");
            }
            stored.put(key, position);
        }

        @Override
        public void close() {
            freed++;
        }
    }

    private final class ByHand implements TokenSupply {

        @Override
        public CompletableFuture<TokenEntry> first() {
            return firstToken.copy();
        }

        @Override
        public CompletableFuture<TokenEntry> renew(String refused) {
            CompletableFuture<TokenEntry> renewal = new CompletableFuture<>();
            renewals.add(renewal);
            return renewal;
        }

        @Override
        public Optional<LoginException> rejectedAgain(String token) {
            rejectedAgain.add(token);
            return Optional.ofNullable(objection);
        }
    }
}
