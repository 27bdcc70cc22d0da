package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first use of the Pub/Sub API, and its end. */
class LazyPubSubIT {

    private ScriptedPubSub api;
    private PubSubWorld world;
    private ExecutorService threads;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
        threads = Executors.newFixedThreadPool(8);
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdownNow();
        world.close();
        api.close();
    }

    @Test
    void getWhenSeveralThreadsAreFirstThenOneConnectionIsOpened() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        Set<PubSubConnection> connections = ConcurrentHashMap.newKeySet();
        LazyPubSub pubSub = new LazyPubSub(() -> {
            opened.incrementAndGet();
            return world.connection;
        });
        Runnable use = () -> {
            try {
                begin.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            connections.add(pubSub.get());
        };
        Future<?>[] uses = new Future<?>[8];
        for (int i = 0; i < uses.length; i++) {
            uses[i] = threads.submit(use);
        }

        begin.countDown();
        for (Future<?> done : uses) {
            done.get(30, TimeUnit.SECONDS);
        }

        assertThat(opened).hasValue(1);
        assertThat(connections).containsExactly(world.connection);
    }

    @Test
    void getWhenTheFirstUseFailsThenTheNextOneOpensTheConnection() {
        AtomicInteger uses = new AtomicInteger();
        LazyPubSub pubSub = new LazyPubSub(() -> {
            if (uses.incrementAndGet() == 1) {
                throw new IllegalArgumentException("no such trust store");
            }
            return world.connection;
        });

        assertThatThrownBy(pubSub::get).hasMessage("no such trust store");
        assertThat(pubSub.get()).isSameAs(world.connection);
    }

    @Test
    void getWhenAClassIsMissingThenSaysWhatTheBuildLacks() {
        Supplier<PubSubConnection> opening = () -> {
            throw new NoClassDefFoundError("io/netty/channel/EventLoopGroup");
        };

        assertThatThrownBy(new LazyPubSub(opening)::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("io/netty/channel/EventLoopGroup")
                .hasMessageContaining("exclusions")
                .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void closeWhenTheConnectionIsBeingOpenedThenItIsClosedAndNoneIsOpenedAgain() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        LazyPubSub pubSub = new LazyPubSub(() -> {
            opening.countDown();
            try {
                proceed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return world.connection;
        });
        Future<PubSubConnection> first = threads.submit(pubSub::get);
        assertThat(opening.await(30, TimeUnit.SECONDS)).isTrue();

        Future<?> closed = threads.submit(pubSub::close);
        proceed.countDown();
        closed.get(30, TimeUnit.SECONDS);

        assertThat(first).succeedsWithin(Duration.ofSeconds(30));
        assertThatThrownBy(pubSub::get).hasMessageContaining("stopped");
        pubSub.close();
    }
}
