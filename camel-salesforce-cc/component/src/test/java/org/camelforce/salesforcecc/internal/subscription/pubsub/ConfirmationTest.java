package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The question whose answer confirms a stream. */
class ConfirmationTest {

    private final PubSubWorld world = PubSubWorld.ofOrg();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ReadyAtOnce channel = new ReadyAtOnce();

    @AfterEach
    void close() throws Exception {
        timer.shutdownNow();
        world.close();
    }

    /** On a connection that is there, gRPC's threads may call back before the thread that starts the call goes on. */
    @Test
    void requestWhenTheCallIsReadyBeforeAnythingIsSentThenTheQuestionFollowsTheSubscription() throws Exception {
        PubSubClient rpcs = new PubSubClient(new ChannelPool(() -> channel), Runnable::run, world.login);
        PubSubSource source = new PubSubSource(
                new StreamContext(rpcs, new SchemaCache(rpcs), timer),
                PubSubWorld.TOPIC,
                EventDeserializer.of(world.endpoint("pubSubSubscribe:" + PubSubWorld.TOPIC), false));

        HeardStream.of(world.context, source, new StartingPoint.Latest()).request(10);

        assertThat(channel.sent).containsExactly("Subscribe", "GetTopic");
    }

    /** Calls are ready when they have been started; nothing is answered. */
    private static final class ReadyAtOnce extends ManagedChannel {

        final List<String> sent = new CopyOnWriteArrayList<>();

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            return new ClientCall<>() {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    listener.onReady();
                }

                @Override
                public void sendMessage(Q message) {
                    sent.add(method.getBareMethodName());
                }

                @Override
                public void request(int messages) {}

                @Override
                public void cancel(String message, Throwable cause) {}

                @Override
                public void halfClose() {}
            };
        }

        @Override
        public ConnectivityState getState(boolean requestConnection) {
            return ConnectivityState.READY;
        }

        @Override
        public String authority() {
            return "localhost";
        }

        @Override
        public ManagedChannel shutdown() {
            return this;
        }

        @Override
        public ManagedChannel shutdownNow() {
            return this;
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
