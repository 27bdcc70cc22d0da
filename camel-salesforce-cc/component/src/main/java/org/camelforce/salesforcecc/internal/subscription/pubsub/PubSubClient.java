package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.internal.request.OrgLogin;

/** Makes RPCs over one connection. Safe for use by several threads; nothing blocks. */
final class PubSubClient {

    private final ManagedChannel channel;
    private final OrgLogin login;

    PubSubClient(ManagedChannel channel, OrgLogin login) {
        this.channel = channel;
        this.login = login;
    }

    TokenCallCredentials newToken() {
        return new TokenCallCredentials(login);
    }

    /** @return a stream of both directions, not started yet */
    <Q, A> ClientCall<Q, A> stream(MethodDescriptor<Q, A> method, TokenCallCredentials token) {
        awaken();
        return channel.newCall(method, CallOptions.DEFAULT.withCallCredentials(token));
    }

    /** @return the answer; fails with an {@link RpcException}, at the session's time-out at the latest */
    <Q, A> CompletableFuture<A> ask(MethodDescriptor<Q, A> method, Q question) {
        awaken();
        TokenCallCredentials token = newToken();
        CompletableFuture<A> answer = new CompletableFuture<>();
        ClientCall<Q, A> call = channel.newCall(
                method,
                CallOptions.DEFAULT
                        .withCallCredentials(token)
                        .withDeadlineAfter(login.timeoutMillis(), TimeUnit.MILLISECONDS));
        ClientCalls.asyncUnaryCall(call, question, new Answer<>(answer, token));
        return answer;
    }

    /**
     * Whoever makes an RPC has waited as long as it wants to; gRPC's own pause after a lost connection comes on top.
     */
    private void awaken() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
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
