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

    private final PubSubContext desk;
    private final String rpcId;
    private final EventSink outlet;
    private final String channel;
    private volatile long position;
    private int pending;
    private Instant lastSent;
    private Instant idleSince;
    private volatile boolean over;

    Delivery(PubSubContext desk, String rpcId, EventSink outlet, String channel, long position) {
        this.desk = desk;
        this.rpcId = rpcId;
        this.outlet = outlet;
        this.channel = channel;
        this.position = position;
        lastSent = desk.org().time().instant();
        idleSince = lastSent;
    }

    /** The client takes so many events more; more than 100 are taken for 100. */
    void request(int events) {
        idleSince = desk.org().time().instant();
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
        return new OpenSubscription(OpenSubscription.Api.PUBSUB, channel, position, session, over);
    }

    int pending() {
        return pending;
    }

    /** Keeps quiet from now on. */
    void stop() {
        over = true;
    }

    void pump() {
        while (!over && pending > 0) {
            List<LoggedEvent> batch = next();
            if (batch.isEmpty()) {
                return;
            }
            Optional<Fault> fault = desk.org().faults().next(FaultPoint.PUBSUB_DELIVERY);
            if (fault.isEmpty()) {
                deliver(batch);
            } else {
                suffer(fault.get(), batch);
            }
        }
    }

    void tick(Instant now) {
        if (over) {
            return;
        }
        if (pending == 0 && !now.isBefore(idleSince.plus(IDLE))) {
            outlet.complete();
        } else if (pending > 0 && !now.isBefore(lastSent.plus(KEEPALIVE))) {
            keepAlive(now);
        }
    }

    /** Suffers a fault that ends or silences the stream. */
    void suffer(Fault fault) {
        if (fault instanceof Fault.GrpcError error) {
            outlet.fail(PubSubError.injected(error, rpcId));
        } else if (fault instanceof Fault.CompleteStream) {
            outlet.complete();
        } else if (fault instanceof Fault.StallStream) {
            stop();
        } else if (fault instanceof Fault.EndAllSessions) {
            stop();
            desk.org().endAllSessions().run();
        }
    }

    private void suffer(Fault fault, List<LoggedEvent> batch) {
        if (fault instanceof Fault.ErrorInBatch cut) {
            deliver(batch.subList(0, Math.min(cut.events(), batch.size())));
            suffer(cut.error());
        } else if (fault instanceof Fault.RepeatBatch) {
            deliver(batch);
            desk.org().log().delivered(batch.size());
            outlet.send(encoded(batch), ReplayIds.bytes(position), pending);
        } else if (fault instanceof Fault.SchemaChange) {
            desk.schemas().change(batch.get(0).type());
            deliver(batch);
        } else {
            suffer(fault);
        }
    }

    private void keepAlive(Instant now) {
        Optional<Fault> fault = desk.org().faults().next(FaultPoint.PUBSUB_KEEPALIVE);
        if (fault.isPresent()) {
            suffer(fault.get());
            return;
        }
        long tip = desk.org().log().tip();
        if (desk.org().log().after(channel, position, 1).isEmpty()) {
            position = Math.max(position, tip);
            lastSent = now;
            outlet.send(List.of(), ReplayIds.bytes(position), pending);
        }
    }

    private void deliver(List<LoggedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        pending -= batch.size();
        position = batch.get(batch.size() - 1).replayId();
        lastSent = desk.org().time().instant();
        idleSince = lastSent;
        desk.org().log().delivered(batch.size());
        outlet.send(encoded(batch), ReplayIds.bytes(position), pending);
    }

    /** @return what fits into the next response */
    private List<LoggedEvent> next() {
        List<LoggedEvent> batch = new ArrayList<>();
        int bytes = 0;
        for (LoggedEvent event : desk.org().log().after(channel, position, Math.min(pending, MAX_REQUESTED))) {
            bytes += desk.encoder().encode(event).getSerializedSize();
            if (bytes > MAX_BYTES && !batch.isEmpty()) {
                break;
            }
            batch.add(event);
        }
        return batch;
    }

    private List<ConsumerEvent> encoded(List<LoggedEvent> batch) {
        return batch.stream().map(desk.encoder()::encode).toList();
    }
}
