package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PubSubServerIT {

    /** Of those that the system gives to nobody by itself. */
    private static final int FIRST_PORT = 21_000;

    /** What {@link PubSubServer#close} allows for the server's end and for the thread's end is 10 seconds. */
    private static final Duration LESS_THAN_BOTH_WAITS = Duration.ofSeconds(4);

    @Test
    void portWhenNobodyAsksThenNoThreads() {
        try (SalesforceSimulator org = Orders.org()) {
            assertThat(threads(org)).isEmpty();
            assertThat(org.pubSubStreams()).isZero();
            assertThat(threads(org)).isEmpty();
        }
    }

    @Test
    void portWhenAskedTwiceThenTheSame() {
        try (SalesforceSimulator org = Orders.org()) {
            assertThat(org.getPubSubPort()).isPositive().isEqualTo(org.getPubSubPort());
            assertThat(org.getPubSubHost()).isEqualTo("localhost");
        }
    }

    @Test
    void closeWhenStreamsAreOpenThenTheyEndAndSoDoAllThreads() throws Exception {
        SalesforceSimulator org = Orders.org();
        try (PubSubClient client = new PubSubClient(org)) {
            Subscription subscription = client.latest(Orders.TOPIC, 5);

            org.close();

            assertThat(subscription.end()).isPresent();
            Awaitility.await().until(() -> threads(org).isEmpty());
        }
    }

    @Test
    void closeWhenCalledByTheThreadOfTheApiThenItDoesNotWaitForThatThread() throws Exception {
        SalesforceSimulator org = Orders.org();
        CompletableFuture<String> closed = new CompletableFuture<>();
        org.faults().addListener((point, fault) -> {
            if (point == FaultPoint.PUBSUB_SUBSCRIBE) {
                org.close();
                closed.complete(Thread.currentThread().getName());
            }
        });
        try (PubSubClient client = new PubSubClient(org)) {
            client.async()
                    .subscribe(new Subscription())
                    .onNext(PubSubClient.fetch(Orders.TOPIC, ReplayPreset.LATEST, 5)
                            .build());

            assertThat(closed)
                    .succeedsWithin(LESS_THAN_BOTH_WAITS)
                    .asString()
                    .startsWith("salesforce-simulator-pubsub-" + org.org().id());
            Awaitility.await().until(() -> threads(org).isEmpty());
        }
    }

    /** Who asks a question after a subscription takes the answer for a sign that the subscription has got there. */
    @Test
    void rpcWhenItsRequestComesAfterASubscriptionThenItIsServedAfterIt() throws Exception {
        EventLoopGroup network = new NioEventLoopGroup(1);
        CountDownLatch allWritten = new CountDownLatch(1);
        try (SalesforceSimulator org = Orders.org();
                PubSubClient client = new PubSubClient(
                        org,
                        NettyChannelBuilder.forAddress(org.getPubSubHost(), org.getPubSubPort())
                                .eventLoopGroup(network)
                                .channelType(NioSocketChannel.class)
                                .usePlaintext()
                                .build())) {
            // The answers to this show that the connection is ready: RPCs that wait for it begin in any order.
            PublishRequest order = PubSubClient.request(client.order("", "1"));
            Subscription subscription = new Subscription();
            subscription.requests = client.async().subscribe(subscription);
            network.submit(() -> allWritten.await(30, TimeUnit.SECONDS));
            ClientCall<PublishRequest, PublishResponse> publishing =
                    client.channel.newCall(PubSubGrpc.getPublishMethod(), CallOptions.DEFAULT);
            publishing.start(new ClientCall.Listener<>() {}, client.headers);
            subscription.requests.onNext(
                    PubSubClient.fetch(Orders.TOPIC, ReplayPreset.LATEST, 5).build());
            publishing.sendMessage(order);
            publishing.halfClose();

            allWritten.countDown();

            assertThat(subscription.numbers(client, 1)).containsExactly("1");
        } finally {
            network.shutdownGracefully(0, 10, TimeUnit.SECONDS);
        }
    }

    @Test
    void portWhenClosedThenRefused() {
        SalesforceSimulator org = Orders.org();
        org.close();

        assertThatThrownBy(org::getPubSubPort).isInstanceOf(IllegalStateException.class);
        assertThat(org.pubSubStreams()).isZero();
    }

    @Test
    void publishWhenServerIsClosedThenNothingFails() {
        SalesforceSimulator org = Orders.org();
        org.getPubSubPort();
        org.close();

        Orders.publish(org, "1");
        org.sessions().endAll();
    }

    @Test
    void startWhenPortIsGivenThenOpenFromTheStart() throws Exception {
        int port = FIRST_PORT;
        SalesforceSimulator started = null;
        while (started == null) {
            port++;
            started = startUnlessInUse(port);
        }

        try (SalesforceSimulator org = started) {
            assertThat(threads(org)).isNotEmpty();
            assertThat(org.getPubSubPort()).isEqualTo(port);
        }
    }

    private static @Nullable SalesforceSimulator startUnlessInUse(int port) {
        try {
            return Orders.builder().pubSubPort(port).start();
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining(String.valueOf(port));
            return null;
        }
    }

    @Test
    void startWhenPortIsInUseThenFailsAndNothingIsLeft() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Orders.builder()
                            .orgId("00D000000000abc")
                            .pubSubPort(other.getLocalPort())
                            .start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(String.valueOf(other.getLocalPort()));
            Awaitility.await().until(() -> threads("00D000000000abc").isEmpty());
        }
    }

    @Test
    void rpcWhenServerSpeaksTlsThenServed() throws Exception {
        LocalhostKey key = LocalhostKey.create();
        try (SalesforceSimulator org = Orders.builder().pubSubTls(key.tls()).start();
                PubSubClient client = new PubSubClient(
                        org,
                        NettyChannelBuilder.forAddress(org.getPubSubHost(), org.getPubSubPort())
                                .sslContext(GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK)
                                        .trustManager((X509Certificate) key.certificate())
                                        .build())
                                .build())) {
            assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
            assertThat(org.isPubSubSecure()).isTrue();
        }
    }

    @Test
    void isPubSubSecureWhenThereIsNoKeyThenNot() {
        try (SalesforceSimulator org = Orders.builder().start()) {
            assertThat(org.isPubSubSecure()).isFalse();
        }
    }

    @Test
    void isPubSubSecureWhenOnlyTheOtherApisHaveAKeyThenItsKeyIsUsed() {
        try (SalesforceSimulator org =
                Orders.builder().tls(LocalhostKey.create().tls()).start()) {
            assertThat(org.isPubSubSecure()).isTrue();
        }
    }

    private static List<String> threads(SalesforceSimulator org) {
        return threads(org.org().id());
    }

    private static List<String> threads(String orgId) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("salesforce-simulator-pubsub-" + orgId))
                .toList();
    }
}
