package org.camelforce.salesforcecc.internal.subscription;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.jspecify.annotations.Nullable;

/** A source whose streams a test plays by hand, and which can keep the position itself. */
final class FakeSource implements EventSource, ReplayStore {

    static final Duration LONGEST_SILENCE = Duration.ofSeconds(300);

    private final List<Stream> streams = new ArrayList<>();
    private @Nullable Exception unprepared;
    private @Nullable ReplayId committed;
    private @Nullable Error unopened;

    /** From now on no stream can be opened, because of a defect; null: it can. */
    void failToOpen(@Nullable Error defect) {
        unopened = defect;
    }

    /** From now on the org cannot be prepared; null: it can. */
    void failToPrepare(@Nullable Exception failure) {
        unprepared = failure;
    }

    int opened() {
        return streams.size();
    }

    /** The latest stream. */
    Stream stream() {
        return streams.get(streams.size() - 1);
    }

    Stream stream(int index) {
        return streams.get(index);
    }

    /** The position that was written last while a stream was open. */
    @Nullable
    ReplayId committedWhileOpen() {
        return committed;
    }

    @Override
    public PositionClaim claim(PositionKey key) {
        return new PositionClaim() {
            @Override
            public Optional<StoredPosition> found() {
                return Optional.empty();
            }

            @Override
            public void commit(StoredPosition position) throws IOException {
                if (stream().isClosed()) {
                    throw new IOException("no stream");
                }
                committed = position.replayId();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void prepare() throws Exception {
        if (unprepared != null) {
            throw unprepared;
        }
    }

    @Override
    public Duration longestSilence() {
        return LONGEST_SILENCE;
    }

    @Override
    public EventStream open(StartingPoint from, StreamListener listener) {
        if (unopened != null) {
            throw unopened;
        }
        Stream stream = new Stream(from, listener);
        streams.add(stream);
        return stream;
    }

    static ReplayId id(long number) {
        return ReplayId.ofNumber(number);
    }

    static ReceivedEvent event(long number) {
        return new Event(id(number), null);
    }

    static final class Stream implements EventStream {

        private final StartingPoint from;
        private final StreamListener listener;
        private int requested;
        private boolean closed;
        private @Nullable Error unclosed;

        private Stream(StartingPoint from, StreamListener listener) {
            this.from = from;
            this.listener = listener;
        }

        StartingPoint from() {
            return from;
        }

        int requested() {
            return requested;
        }

        boolean isClosed() {
            return closed;
        }

        /** Its end will throw this. */
        void failToClose(Error defect) {
            unclosed = defect;
        }

        void confirm() {
            listener.confirmed();
        }

        void alive() {
            listener.alive();
        }

        void send(long... events) {
            for (long event : events) {
                listener.received(event(event));
            }
        }

        void sendCreated(long event, Instant created) {
            listener.received(new Event(id(event), created));
        }

        void reach(long position) {
            listener.reached(id(position));
        }

        void end(StreamEnd.Kind kind) {
            listener.ended(StreamEnd.of(kind, "as the test says"));
        }

        void refuseToken(String token) {
            listener.ended(StreamEnd.tokenRejected(token, "401"));
        }

        @Override
        public void request(int events) {
            requested += events;
        }

        @Override
        public void close() {
            closed = true;
            if (unclosed != null) {
                throw unclosed;
            }
        }
    }

    private record Event(ReplayId replayId, @Nullable Instant created) implements ReceivedEvent {

        @Override
        public Optional<Instant> createdAt() {
            return Optional.ofNullable(created);
        }

        @Override
        public void writeTo(Exchange exchange) {
            exchange.getIn().setBody(replayId);
        }
    }
}
