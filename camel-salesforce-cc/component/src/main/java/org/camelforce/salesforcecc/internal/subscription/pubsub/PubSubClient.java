package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the RPCs of one component, over connections that others use too. What ends here is the component's own. Safe
 * for use by several threads; nothing but {@link #close} blocks.
 */
final class PubSubClient {

    /**
     * How many questions travel beside those of others. Further ones have a connection of their own, so that answers
     * that do not come hold up nobody else.
     */
    static final int MAX_SHARED_QUESTIONS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(PubSubClient.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ChannelPool channels;
    private final Executor answers;
    private final OrgLogin login;
    private final Set<RpcCall<?, ?>> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private ChannelPool.@Nullable PooledChannel own;
    private volatile boolean closed;

    /**
     * @param channels stay their owner's
     * @param answers runs what follows from answers; two threads at least, never blocked for long
     * @param login has the tokens; its time-out is that of an answer
     */
    PubSubClient(ChannelPool channels, Executor answers, OrgLogin login) {
        this.channels = channels;
        this.answers = answers;
        this.login = login;
    }

    TokenCallCredentials newToken() {
        return new TokenCallCredentials(login);
    }

    /** @return a stream of both directions, to be started at once */
    <Q, A> RpcCall<Q, A> stream(MethodDescriptor<Q, A> method, TokenCallCredentials token) {
        return call(channels.begin(), method, CallOptions.DEFAULT.withCallCredentials(token));
    }

    /** @return the answer; fails with an {@link RpcException}, at the session's time-out at the latest */
    <Q, A> CompletableFuture<A> ask(MethodDescriptor<Q, A> method, Q question) {
        ChannelPool.PooledChannel channel =
                questions.incrementAndGet() <= MAX_SHARED_QUESTIONS ? channels.begin() : own();
        CompletableFuture<A> answer = ask(channel, method, question);
        answer.whenComplete((value, failure) -> questions.decrementAndGet());
        return answer;
    }

    /** @return the same by the connection of a call that has been started */
    <Q, A> CompletableFuture<A> askBehind(RpcCall<?, ?> call, MethodDescriptor<Q, A> method, Q question) {
        call.channel.began();
        return ask(call.channel, method, question);
    }

    private <Q, A> CompletableFuture<A> ask(
            ChannelPool.PooledChannel channel, MethodDescriptor<Q, A> method, Q question) {
        TokenCallCredentials token = newToken();
        CompletableFuture<A> answer = new CompletableFuture<>();
        CallOptions options = CallOptions.DEFAULT
                .withCallCredentials(token)
                .withDeadlineAfter(login.timeoutMillis(), TimeUnit.MILLISECONDS);
        ClientCalls.asyncUnaryCall(call(channel, method, options), question, new Answer<>(answer, token));
        return answer;
    }

    private <Q, A> RpcCall<Q, A> call(
            ChannelPool.PooledChannel channel, MethodDescriptor<Q, A> method, CallOptions options) {
        awaken(channel.channel());
        return new RpcCall<>(channel, channel.channel().newCall(method, options.withExecutor(answers)));
    }

    private synchronized ChannelPool.PooledChannel own() {
        if (closed) {
            return channels.begin();
        }
        ChannelPool.PooledChannel mine = own;
        if (mine == null) {
            mine = channels.separate();
            own = mine;
        }
        mine.began();
        return mine;
    }

    /**
     * Whoever makes an RPC has waited as long as it wants to; gRPC's own pause after a lost connection comes on top.
     */
    private static void awaken(ManagedChannel channel) {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
    }

    /** Cuts what is under way, and waits a few seconds for its end. From now on every call is cut. */
    void close() {
        ManagedChannel last;
        synchronized (this) {
            closed = true;
            last = own == null ? null : own.channel();
        }
        List<RpcCall<?, ?>> cut = List.copyOf(underWay);
        cut.forEach(RpcCall::cut);
        try {
            CompletableFuture.allOf(cut.stream().map(call -> call.ended).toArray(CompletableFuture<?>[]::new))
                    .get(CLOSING.toSeconds(), TimeUnit.SECONDS);
            if (last != null) {
                ChannelPool.close(last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Stopping although the end of a call has not been handled yet");
        }
    }

    /** A call, which counts as long as it is under way. */
    final class RpcCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

        private final ChannelPool.PooledChannel channel;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        private RpcCall(ChannelPool.PooledChannel channel, ClientCall<Q, A> call) {
            super(call);
            this.channel = channel;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            underWay.add(this);
            super.start(new EndListener(listener), headers);
            if (closed) {
                cut();
            }
        }

        private void cut() {
            cancel("The component is stopping", null);
        }

        private void end() {
            underWay.remove(this);
            channel.ended();
            ended.complete(null);
        }

        private final class EndListener extends SimpleForwardingClientCallListener<A> {

            private EndListener(Listener<A> listener) {
                super(listener);
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
                try {
                    super.onClose(status, trailers);
                } finally {
                    end();
                }
            }
        }
    }

    private record Answer<A>(CompletableFuture<A> future, TokenCallCredentials token) implements StreamObserver<A> {

        @Override
        public void onNext(A value) {
            future.complete(value);
        }

        @Override
        public void onError(Throwable failure) {
            Metadata trailers = failure instanceof StatusRuntimeException e ? e.getTrailers() : null;
            future.completeExceptionally(RpcException.of(Status.fromThrowable(failure), trailers, token.sent()));
        }

        @Override
        public void onCompleted() {
            future.completeExceptionally(
                    RpcException.of(Status.INTERNAL.withDescription("No answer"), null, token.sent()));
        }
    }
}
