package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;

/**
 * The server's end of a bidirectional stream, which keeps its session from timing out. Whatever ends it, it is
 * forgotten once. For one thread.
 *
 * @param <Q> what the client sends
 * @param <A> what it gets
 */
abstract class ServerStream<Q, A> implements StreamObserver<Q>, OpenStream {

    final PubSubContext context;

    private final RpcCall rpc;
    private final StreamObserver<A> answers;
    private final SessionRegistry.Hold hold;
    private boolean open = true;

    ServerStream(PubSubContext context, RpcCall rpc, StreamObserver<A> answers) {
        this.context = context;
        this.rpc = rpc;
        this.answers = answers;
        hold = context.org().sessions().hold(rpc.session().token());
    }

    /** Takes part in what happens to open streams. */
    final void register() {
        context.streams().add(this);
        if (answers instanceof ServerCallStreamObserver<A> call) {
            call.setOnCancelHandler(this::forget);
        }
    }

    /** @throws StatusRuntimeException if the request is rejected, which ends the stream */
    abstract void accept(Q request);

    /** Nothing is to be sent any more. */
    void closed() {}

    @Override
    public final void onNext(Q request) {
        if (open) {
            try {
                accept(request);
            } catch (StatusRuntimeException e) {
                fail(e);
            }
        }
    }

    @Override
    public final void onError(Throwable cancelled) {
        forget();
    }

    @Override
    public final void onCompleted() {
        complete();
    }

    @Override
    public final RpcCall rpc() {
        return rpc;
    }

    final void answer(A answer) {
        if (open) {
            answers.onNext(answer);
        }
    }

    /** Ends without an error. */
    public final void complete() {
        if (forget()) {
            answers.onCompleted();
        }
    }

    @Override
    public final void fail(StatusRuntimeException error) {
        if (forget()) {
            answers.onError(error);
        }
    }

    private boolean forget() {
        if (!open) {
            return false;
        }
        open = false;
        context.streams().remove(this);
        hold.close();
        closed();
        return true;
    }
}
