package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.junit.jupiter.api.Test;

/** On which threads, and in which order, events reach the route. */
class DispatcherTest {

    private final ManualScheduler scheduler = new ManualScheduler();
    private final TokenTime time = new TokenTime(() -> Instant.EPOCH, scheduler::ticker, Jitter.LEAST);
    private final SubscriptionCounters counters = new SubscriptionCounters(time, Optional::empty);
    private final List<ReplayId> routed = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Test
    void submitWhenThePoolRunsTasksOnTheCallersThreadThenTheRouteDoesNotRunThere() {
        Dispatcher dispatcher = dispatcher(Runnable::run, 1);
        give(dispatcher, 1, 2);

        assertThat(routed).isEmpty();
        assertThat(dispatcher.rejection()).contains("on the thread that submits them");
        assertThat(counters.rejectedTasks()).isEqualTo(1);
    }

    @Test
    void submitWhenThePoolRunsTasksOnOtherThreadsThenTheRouteRunsThere() {
        Dispatcher dispatcher = dispatcher(SubscriptionWorld::onAnotherThread, 1);
        give(dispatcher, 1, 2);

        assertThat(routed).containsExactly(FakeSource.id(1), FakeSource.id(2));
        assertThat(threads).doesNotContain(Thread.currentThread());
        assertThat(dispatcher.rejection()).isNull();
    }

    @Test
    void submitWhenOneAtATimeIsAllowedThenOneTaskTakesAllThatWaits() {
        Dispatcher dispatcher = dispatcher(tasks::add, 1);
        give(dispatcher, 1, 2, 3);
        assertThat(tasks).hasSize(1);

        tasks.remove().run();

        assertThat(routed).containsExactly(FakeSource.id(1), FakeSource.id(2), FakeSource.id(3));
    }

    @Test
    void submitWhenSeveralAreAllowedThenATaskForEachEventAndNoMoreThanAllowed() {
        Dispatcher dispatcher = dispatcher(tasks::add, 2);
        give(dispatcher, 1, 2, 3);

        assertThat(tasks).hasSize(2);
    }

    @Test
    void takeBackWhenTasksWaitInThePoolThenLaterEventsUseThem() {
        Dispatcher dispatcher = dispatcher(tasks::add, 1000);
        for (int i = 0; i < 100; i++) {
            give(dispatcher, 1, 2, 3);
            assertThat(dispatcher.takeBack()).hasSize(3);
        }

        assertThat(tasks).hasSize(3);
    }

    @Test
    void tasksWhenThePoolHasDroppedThemThenSubmittedAgain() {
        List<Executor> pool = new ArrayList<>(List.of(task -> {}));
        Dispatcher dispatcher = dispatcher(task -> pool.get(0).execute(task), 1);
        give(dispatcher, 1, 2);
        pool.set(0, SubscriptionWorld::onAnotherThread);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(routed).containsExactly(FakeSource.id(1), FakeSource.id(2));
    }

    @Test
    void tasksWhenASharedPoolIsBusyForLongThenNoMoreOfThemWait() {
        CountDownLatch busy = new CountDownLatch(1);
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        pool.execute(() -> awaitQuietly(busy));
        Dispatcher dispatcher = dispatcher(pool, 1);
        give(dispatcher, 1, 2);

        scheduler.advance(Duration.ofMinutes(10));

        assertThat(pool.getQueue()).hasSize(1);
        busy.countDown();
        pool.shutdown();
        await().until(pool::isTerminated);
        assertThat(routed).containsExactly(FakeSource.id(1), FakeSource.id(2));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void closeWhenEventsWaitThenNothingReachesTheRouteAndNoTaskIsLeft() {
        Dispatcher dispatcher = dispatcher(tasks::add, 1);
        give(dispatcher, 1);
        dispatcher.close();
        tasks.remove().run();
        scheduler.advance(Duration.ofHours(1));

        assertThat(routed).isEmpty();
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void lookWhenNothingWaitsThenNoTimerIsLeft() {
        Dispatcher dispatcher = dispatcher(SubscriptionWorld::onAnotherThread, 1);
        give(dispatcher, 1);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void tasksWhenAQueueOfThePoolCannotBeLookedThroughThenSubmittedAgainAllTheSame() {
        AtomicBoolean full = new AtomicBoolean(true);
        BlockingQueue<Runnable> oneWay = new LinkedBlockingQueue<>() {
            @Override
            public boolean contains(Object task) {
                throw new UnsupportedOperationException();
            }
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, oneWay) {
            @Override
            public void execute(Runnable task) {
                if (full.get()) {
                    throw new RejectedExecutionException("full");
                }
                super.execute(task);
            }
        };
        give(dispatcher(pool, 1), 1);
        full.set(false);
        scheduler.advance(Duration.ofMinutes(1));

        pool.shutdown();
        await().until(pool::isTerminated);
        assertThat(routed).containsExactly(FakeSource.id(1));
    }

    private Dispatcher dispatcher(Executor pool, int parallel) {
        SubscriptionRuntime runtime = new SubscriptionRuntime(
                new NoTokens(),
                scheduler,
                Runnable::run,
                Runnable::run,
                time,
                Optional::empty,
                (id, event) -> {},
                new PositionReleases(),
                () -> null);
        return new Dispatcher("orders", new WorkerPool(pool, parallel), runtime, counters, this::route);
    }

    private void route(ReceivedEvent event) {
        routed.add(event.replayId());
        threads.add(Thread.currentThread());
    }

    private static void give(Dispatcher dispatcher, long... events) {
        for (long event : events) {
            dispatcher.add(FakeSource.event(event));
            dispatcher.submit();
        }
    }

    private static final class NoTokens implements TokenSupply {

        @Override
        public CompletableFuture<TokenEntry> first() {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<TokenEntry> renew(String refused) {
            return new CompletableFuture<>();
        }

        @Override
        public Optional<LoginException> rejectedAgain(String token) {
            return Optional.empty();
        }
    }
}
