package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * Delivers the events of one topic from one position on, as many as are asked for (Pub/Sub API guide, "Pub/Sub API as a
 * gRPC API" and "Allocations"; the protocol file says how long streams may be idle). For one thread.
 */
final class Delivery {

    static final Duration KEEPALIVE = Duration.ofSeconds(270);
    static final Duration IDLE = Duration.ofSeconds(60);

    private static final int MAX_REQUESTED = 100;
    private static final int MAX_BYTES = 3 * 1024 * 1024;

    private final PubSubContext context;
    private final String rpcId;
    private final EventSink sink;
    private final String channel;
    private volatile long position;
    private int pending;
    private Instant lastSent;
    private Instant idleSince;
    private volatile boolean stopped;

    Delivery(PubSubContext context, String rpcId, EventSink sink, String channel, long position) {
        this.context = context;
        this.rpcId = rpcId;
        this.sink = sink;
        this.channel = channel;
        this.position = position;
        lastSent = context.org().time().instant();
        idleSince = lastSent;
    }

    /** The client takes so many events more; more than 100 are taken for 100. */
    void request(int events) {
        idleSince = context.org().time().instant();
        if (pending == 0) {
            lastSent = idleSince;
        }
        pending += Math.min(events, MAX_REQUESTED);
    }

    long position() {
        return position;
    }

    /** May be asked by any thread. */
    OpenSubscription describe(Session session) {
        return new OpenSubscription(OpenSubscription.Api.PUBSUB, channel, position, session, stopped);
    }

    int pending() {
        return pending;
    }

    /** Sends nothing any more. */
    void stop() {
        stopped = true;
    }

    void deliver() {
        while (!stopped && pending > 0) {
            List<LoggedEvent> batch = next();
            if (batch.isEmpty()) {
                return;
            }
            Optional<Fault> fault = context.org().faults().next(FaultPoint.PUBSUB_DELIVERY);
            if (fault.isEmpty()) {
                deliver(batch);
            } else {
                apply(fault.get(), batch);
            }
        }
    }

    void tick(Instant now) {
        if (stopped) {
            return;
        }
        if (pending == 0 && !now.isBefore(idleSince.plus(IDLE))) {
            sink.complete();
        } else if (pending > 0 && !now.isBefore(lastSent.plus(KEEPALIVE))) {
            keepAlive(now);
        }
    }

    /** Applies a fault that ends or silences the stream. */
    void apply(Fault fault) {
        if (fault instanceof Fault.GrpcError error) {
            sink.fail(PubSubError.injected(error, rpcId));
        } else if (fault instanceof Fault.CompleteStream) {
            sink.complete();
        } else if (fault instanceof Fault.StallStream) {
            stop();
        } else if (fault instanceof Fault.EndAllSessions) {
            stop();
            context.org().endAllSessions().run();
        }
    }

    private void apply(Fault fault, List<LoggedEvent> batch) {
        if (fault instanceof Fault.ErrorInBatch cut) {
            deliver(batch.subList(0, Math.min(cut.events(), batch.size())));
            apply(cut.error());
        } else if (fault instanceof Fault.RepeatBatch) {
            deliver(batch);
            context.org().log().delivered(batch.size());
            sink.send(encoded(batch), ReplayIds.bytes(position), pending);
        } else if (fault instanceof Fault.SchemaChange) {
            context.schemas().change(batch.get(0).type());
            deliver(batch);
        } else {
            apply(fault);
        }
    }

    private void keepAlive(Instant now) {
        Optional<Fault> fault = context.org().faults().next(FaultPoint.PUBSUB_KEEPALIVE);
        if (fault.isPresent()) {
            apply(fault.get());
            return;
        }
        long tip = context.org().log().tip();
        if (context.org().log().after(channel, position, 1).isEmpty()) {
            position = Math.max(position, tip);
            lastSent = now;
            sink.send(List.of(), ReplayIds.bytes(position), pending);
        }
    }

    private void deliver(List<LoggedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        pending -= batch.size();
        position = batch.get(batch.size() - 1).replayId();
        lastSent = context.org().time().instant();
        idleSince = lastSent;
        context.org().log().delivered(batch.size());
        sink.send(encoded(batch), ReplayIds.bytes(position), pending);
    }

    /** @return what fits into the next response */
    private List<LoggedEvent> next() {
        List<LoggedEvent> batch = new ArrayList<>();
        int bytes = 0;
        for (LoggedEvent event : context.org().log().after(channel, position, Math.min(pending, MAX_REQUESTED))) {
            bytes += context.encoder().encode(event).getSerializedSize();
            if (bytes > MAX_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    private List<ConsumerEvent> encoded(List<LoggedEvent> batch) {
        return batch.stream().map(context.encoder()::encode).toList();
    }
}
