package org.camelforce.salesforcecc.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.common.JacksonJSONContextClient;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class WithSalesforceSimulatorTest {

    static final List<SalesforceSimulator> SEEN = new ArrayList<>();
    static final CountDownLatch END_OF_THREAD = new CountDownLatch(1);
    static final CountDownLatch END_OF_SHARED_THREAD = new CountDownLatch(1);
    static final CountDownLatch END_OF_THREAD_FOR_GOOD = new CountDownLatch(1);
    static final CountDownLatch END_OF_UNCHECKED_THREAD = new CountDownLatch(1);
    static final AtomicReference<Socket> LEAKED = new AtomicReference<>();

    @AfterEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void lifetimeWhenMethodThenEachTestHasItsOwnClosedSimulator() {
        assertThat(tests(PerMethod.class).succeeded().count()).isEqualTo(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(SEEN)
                .allSatisfy(simulator -> assertThat(simulator.openConnections()).isZero());
    }

    @Test
    void lifetimeWhenMethodAndConstructorTakesItThenEachTestHasItsOwnClosedSimulator() {
        assertThat(tests(ByConstructor.class).succeeded().count()).isEqualTo(2);

        assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(SEEN)
                .allSatisfy(simulator -> assertThat(simulator.openConnections()).isZero());
    }

    @Test
    void lifetimeWhenClassThenTestsShareOneSimulator() {
        assertThat(tests(PerClass.class).succeeded().count()).isEqualTo(2);

        assertThat(SEEN).hasSize(2);
        assertThat(SEEN.get(0)).isSameAs(SEEN.get(1));
    }

    @Test
    void settingsWhenGivenThenApplied() {
        assertThat(tests(WithSettings.class).succeeded().count()).isEqualTo(1);
    }

    @Test
    void afterEachWhenThreadLeakedThenTestFails() {
        tests(LeaksThread.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(AssertionError.class),
                                message(text -> text.contains("thread(s) [left-behind]"))));
        END_OF_THREAD.countDown();
    }

    @Test
    void afterEachWhenConnectionLeakedThenTestFails() throws Exception {
        tests(LeaksConnection.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.contains("1 connection(s)"))));
        LEAKED.get().close();
    }

    @Test
    void afterEachWhenSubscriptionLeakedThenTestFails() throws Exception {
        tests(LeaksSubscription.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(AssertionError.class), message(text -> text.contains("1 subscription(s)"))));
        LeaksSubscription.CLIENT.abort();
        LeaksSubscription.HTTP.stop();
    }

    @Test
    void afterAllWhenChannelOfGrpcLeakedThenClassFails() {
        run(LeaksChannel.class)
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(AssertionError.class),
                                message(text -> text.contains("gRPC channel that is not closed")
                                        && text.contains("grpc-default-"))));
        LeaksChannel.CHANNEL.get().shutdownNow();
    }

    @Test
    void afterAllWhenClassSharesASimulatorThenAThreadMayOutliveATestButNotTheClass() {
        assertThat(tests(LeaksThreadInSharedOrg.class).succeeded().count()).isEqualTo(2);

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(LeaksThreadForGood.class))
                .configurationParameter(WithSalesforceSimulator.LEAK_CHECK_TIMEOUT_MILLIS, "100")
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(
                                instanceOf(AssertionError.class),
                                message(text -> text.startsWith("A test of the class has left behind")
                                        && text.contains("[left-for-good]"))));
        END_OF_THREAD_FOR_GOOD.countDown();
    }

    @Test
    void leakCheckWhenSwitchedOffThenLeftThreadIsNoFailure() {
        Events events = tests(LeaksUnchecked.class);
        END_OF_UNCHECKED_THREAD.countDown();

        assertThat(events.succeeded().count()).isEqualTo(1);
        assertThat(events.failed().count()).isZero();
    }

    private static Events tests(Class<?> testClass) {
        return run(testClass).testEvents();
    }

    /** A leak is there after 300 ms as after the 5 s that a slow machine gets. */
    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter(WithSalesforceSimulator.LEAK_CHECK_TIMEOUT_MILLIS, "300")
                .execute();
    }

    @WithSalesforceSimulator
    static class PerMethod {

        @Test
        void first(SalesforceSimulator simulator) {
            SEEN.add(simulator);
        }

        @Test
        void second(SalesforceSimulator simulator) {
            SEEN.add(simulator);
        }
    }

    @WithSalesforceSimulator
    static class ByConstructor {

        private final SalesforceSimulator simulator;

        ByConstructor(SalesforceSimulator simulator) {
            this.simulator = simulator;
        }

        @Test
        void first(SalesforceSimulator ofTheTest) {
            assertThat(ofTheTest).isSameAs(simulator);
            SEEN.add(simulator);
        }

        @Test
        void second(SalesforceSimulator ofTheTest) {
            assertThat(ofTheTest).isSameAs(simulator);
            SEEN.add(simulator);
        }
    }

    @WithSalesforceSimulator(lifetime = Lifetime.CLASS)
    static class PerClass {

        @Test
        void first(SalesforceSimulator simulator) {
            SEEN.add(simulator);
        }

        @Test
        void second(SalesforceSimulator simulator) {
            SEEN.add(simulator);
        }
    }

    @WithSalesforceSimulator(settings = WithSettings.OtherVersion.class)
    static class WithSettings {

        @Test
        void version(SalesforceSimulator simulator) {
            assertThat(simulator.getApiVersion()).isEqualTo("61.0");
        }

        static final class OtherVersion implements SimulatorSettings {

            @Override
            public void apply(SalesforceSimulator.Builder builder) {
                builder.apiVersion("61.0");
            }
        }
    }

    private static void leave(String name, CountDownLatch end) {
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @WithSalesforceSimulator
    static class LeaksThread {

        @Test
        void leaks() {
            leave("left-behind", END_OF_THREAD);
        }
    }

    @WithSalesforceSimulator(lifetime = Lifetime.CLASS)
    static class LeaksThreadInSharedOrg {

        @AfterAll
        static void end() {
            END_OF_SHARED_THREAD.countDown();
        }

        @Test
        void leaks() {
            leave("left-for-a-while", END_OF_SHARED_THREAD);
        }

        @Test
        void other() {}
    }

    @WithSalesforceSimulator(lifetime = Lifetime.CLASS)
    static class LeaksThreadForGood {

        @Test
        void leaks() {
            leave("left-for-good", END_OF_THREAD_FOR_GOOD);
        }
    }

    @WithSalesforceSimulator(leakCheck = false)
    static class LeaksUnchecked {

        @Test
        void leaks() {
            leave("left-unchecked", END_OF_UNCHECKED_THREAD);
        }
    }

    @WithSalesforceSimulator
    static class LeaksConnection {

        @Test
        void leaks(SalesforceSimulator simulator) throws Exception {
            URI url = URI.create(simulator.getLoginUrl());
            LEAKED.set(new Socket(url.getHost(), url.getPort()));
            Awaitility.await().until(() -> simulator.openConnections() == 1);
        }
    }

    @WithSalesforceSimulator
    static class LeaksChannel {

        static final AtomicReference<ManagedChannel> CHANNEL = new AtomicReference<>();

        @Test
        void leaks() {
            ManagedChannel channel = NettyChannelBuilder.forAddress("localhost", 1)
                    .usePlaintext()
                    .build();
            CHANNEL.set(channel);
            channel.getState(true);
            Awaitility.await().until(() -> channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE);
        }
    }

    @WithSalesforceSimulator
    static class LeaksSubscription {

        static final HttpClient HTTP = new HttpClient();
        static BayeuxClient CLIENT;

        @Test
        void leaks(SalesforceSimulator simulator) throws Exception {
            String token = simulator
                    .sessions()
                    .open(simulator.getClientId(), simulator.org().users().get(0), "api", Duration.ofHours(1))
                    .orElseThrow()
                    .token();
            HTTP.start();
            CLIENT = new BayeuxClient(
                    simulator.getLoginUrl() + "/cometd/67.0",
                    new JettyHttpClientTransport(
                            new HashMap<>(Map.of("jsonContext", new JacksonJSONContextClient())), HTTP) {
                        @Override
                        protected void customize(Request request) {
                            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token));
                        }
                    });
            CLIENT.handshake(
                    handshaken -> CLIENT.getChannel("/data/AccountChangeEvent").subscribe((channel, message) -> {}));
            Awaitility.await().until(() -> simulator.subscriptions() == 1);
        }
    }
}
