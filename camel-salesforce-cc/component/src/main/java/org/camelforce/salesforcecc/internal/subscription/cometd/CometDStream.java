package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventsWithoutId;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.cometd.bayeux.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer's stream: what has been granted, and the events that have arrived beyond it. Of an answer that brings
 * more events than granted, the rest waits here, and with it the client's next poll; if that had to go before there was
 * room, the next event ends the stream. Except for the public methods, on the scheduler's thread only.
 */
final class CometDStream implements EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(CometDStream.class);

    private final Executor scheduler;
    private final Consumer<CometDStream> connections;
    private final StreamingChannel channel;
    private final EventFormat format;
    private final EventsWithoutId withoutId;
    private final long replayId;
    private final StreamListener listener;
    private final Queue<Message> waiting = new ArrayDeque<>();
    private @Nullable Connection connection;
    private long granted;
    private boolean asked;
    private boolean confirmed;
    private boolean overdue;
    private boolean over;

    /** What a stream is on. */
    interface Connection {

        /** The stream is over. */
        void leave(CometDStream stream);

        /** Whether the next poll has to wait may be different now. */
        void roomMade();
    }

    /**
     * @param scheduler runs work on the scheduler's thread
     * @param connections finds or opens a connection for a stream as soon as there is a token
     * @param channel what is subscribed to
     * @param format of bodies
     * @param withoutId identifies events without a replay id
     * @param replayId after which it starts
     * @param listener gets the events
     */
    CometDStream(
            Executor scheduler,
            Consumer<CometDStream> connections,
            StreamingChannel channel,
            EventFormat format,
            EventsWithoutId withoutId,
            long replayId,
            StreamListener listener) {
        this.scheduler = scheduler;
        this.connections = connections;
        this.channel = channel;
        this.format = format;
        this.withoutId = withoutId;
        this.replayId = replayId;
        this.listener = listener;
    }

    @Override
    public void request(int events) {
        if (events < 1) {
            throw new IllegalArgumentException("At least one event must be requested, not " + events);
        }
        scheduler.execute(() -> grant(events));
    }

    @Override
    public void close() {
        scheduler.execute(() -> {
            if (!over) {
                over = true;
                leave();
            }
        });
    }

    StreamingChannel channel() {
        return channel;
    }

    long replayId() {
        return replayId;
    }

    boolean isOver() {
        return over;
    }

    /** Whether the next poll has to wait for this stream. */
    boolean holdsBack() {
        return !over && !overdue && !hasRoom();
    }

    void joined(Connection joined) {
        connection = joined;
    }

    void confirm() {
        if (!confirmed && !over) {
            confirmed = true;
            guarded(listener::confirmed);
        }
    }

    void alive() {
        if (confirmed && !over) {
            guarded(listener::alive);
        }
    }

    void arrived(Message event) {
        if (over) {
            return;
        }
        // the server's answer to the subscription travels on another connection and may come later
        confirm();
        if (over) {
            return;
        }
        if (hasRoom()) {
            deliver(event);
        } else if (overdue) {
            end(StreamEnd.of(StreamEnd.Kind.NO_ROOM, "More events have come than there is room for"));
        } else {
            waiting.add(event);
        }
    }

    /** The poll goes although there is no room. */
    void holdExpired() {
        overdue = overdue || holdsBack();
    }

    void end(StreamEnd end) {
        if (!over) {
            over = true;
            leave();
            listener.ended(end);
        }
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    private void grant(int events) {
        if (over) {
            return;
        }
        granted += events;
        if (!asked) {
            asked = true;
            connections.accept(this);
            return;
        }
        while (!over && granted > 0 && !waiting.isEmpty()) {
            deliver(waiting.remove());
        }
        overdue = overdue && !hasRoom();
        if (connection != null) {
            connection.roomMade();
        }
    }

    private boolean hasRoom() {
        return granted > 0 && waiting.isEmpty();
    }

    private void deliver(Message event) {
        granted--;
        try {
            listener.received(new CometDEvent(replayIdOf(event), event, format));
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    private ReplayId replayIdOf(Message event) {
        Object about = event.getData() instanceof Map<?, ?> data ? data.get("event") : null;
        Map<?, ?> fields = about instanceof Map<?, ?> map ? map : Map.of();
        return fields.get("replayId") instanceof Number replay
                ? ReplayId.ofNumber(replay.longValue())
                : withoutId.idOf(fields.get("EventUuid") instanceof String uuid ? uuid : null);
    }

    /** A defect, of the listener or ours, ends this stream and no other one of the client. */
    private void broken(Throwable failure) {
        LOG.warn("The stream of {} is broken", channel.name(), failure);
        end(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "Broken: " + failure, failure));
    }

    private void leave() {
        waiting.clear();
        Connection left = connection;
        connection = null;
        if (left != null) {
            left.leave(this);
        }
    }
}
