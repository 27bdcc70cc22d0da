package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.stub.StreamObserver;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.jspecify.annotations.Nullable;

/**
 * A stream that delivers events once its first request has told which. For one thread.
 *
 * @param <Q> what the client sends
 * @param <A> what it gets
 */
abstract class DeliveringStream<Q, A> extends ServerStream<Q, A> implements EventSink {

    private volatile @Nullable Delivery delivery;

    DeliveringStream(PubSubContext context, RpcCall rpc, StreamObserver<A> answers) {
        super(context, rpc, answers);
    }

    /** @return the delivery that has begun, null if none has */
    final @Nullable Delivery delivery() {
        return delivery;
    }

    /** Begins with a delivery, and with the fault that is injected there. */
    final Delivery begin(Delivery begun) {
        delivery = begun;
        context.org().faults().next(FaultPoint.PUBSUB_SUBSCRIBE).ifPresent(begun::apply);
        return begun;
    }

    @Override
    public final @Nullable OpenSubscription subscription() {
        Delivery running = delivery;
        return running == null ? null : running.describe(rpc().session());
    }

    @Override
    public final boolean publishes() {
        return false;
    }

    @Override
    public final void deliver() {
        Delivery running = delivery;
        if (running != null) {
            running.deliver();
        }
    }

    @Override
    public final void stall() {
        Delivery running = delivery;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void tick(Instant now) {
        Delivery running = delivery;
        if (running != null) {
            running.tick(now);
        }
    }

    @Override
    void closed() {
        stall();
    }
}
