package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.SynchronizationContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventsWithoutId;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscribing RPC. All its state belongs to {@link #turns}, which runs one task at a time on whatever thread is
 * there and holds no lock meanwhile.
 *
 * @param <Q> the RPC's requests
 */
final class FetchStream<Q> implements EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(FetchStream.class);

    /** The server takes more for 100 (Pub/Sub API Guide, "FetchRequest"). */
    private static final int MAX_PER_REQUEST = 100;

    /** The server ends a stream of which nothing has been requested for 60 seconds. */
    private static final Duration MAX_IDLE = Duration.ofSeconds(50);

    private final SynchronizationContext turns = new SynchronizationContext((thread, failure) -> broken(failure));
    private final StreamContext context;
    private final String topic;
    private final FetchRequestFactory<Q> requests;
    private final EventDeserializer bodies;
    private final EventsWithoutId withoutId;
    private final StreamListener listener;
    private final StreamWatch watch;
    private final TokenCallCredentials token;
    private PubSubClient.@Nullable RpcCall<Q, FetchResponse> call;
    private SynchronizationContext.@Nullable ScheduledHandle idle;
    private @Nullable Runnable afterBatch;
    private long outstanding;
    private boolean inBatch;
    private boolean confirmed;
    private boolean over;

    FetchStream(
            StreamContext context,
            String topic,
            FetchRequestFactory<Q> requests,
            EventDeserializer bodies,
            EventsWithoutId withoutId,
            StreamListener listener,
            StreamWatch watch) {
        this.context = context;
        this.topic = topic;
        this.requests = requests;
        this.bodies = bodies;
        this.withoutId = withoutId;
        this.listener = listener;
        this.watch = watch;
        this.token = context.rpcs().newToken();
    }

    @Override
    public void request(int events) {
        turns.execute(() -> grant(events));
    }

    @Override
    public void close() {
        turns.execute(() -> {
            if (!over) {
                finish();
            }
        });
    }

    /** Sends a request of another purpose, if the stream has been started and is not over. */
    void send(Q request, Runnable ifNotSent) {
        turns.execute(() -> {
            if (call == null || over) {
                ifNotSent.run();
            } else {
                call.sendMessage(request);
            }
        });
    }

    /** Ends a stream that has not been started. */
    void endUnstarted(StreamEnd end) {
        turns.execute(() -> end(end));
    }

    private void grant(int events) {
        if (over) {
            return;
        }
        if (idle != null) {
            idle.cancel();
            idle = null;
        }
        outstanding += events;
        int left = events;
        if (call == null) {
            int first = Math.min(left, MAX_PER_REQUEST);
            call = start(first);
            left -= first;
        }
        for (; left > 0; left -= MAX_PER_REQUEST) {
            call.sendMessage(requests.more(Math.min(left, MAX_PER_REQUEST)));
        }
    }

    private PubSubClient.RpcCall<Q, FetchResponse> start(int events) {
        PubSubClient.RpcCall<Q, FetchResponse> started = context.rpcs().stream(requests.method(), token);
        started.start(new ResponseListener(), new Metadata());
        started.request(1);
        started.sendMessage(requests.first(events));
        return started;
    }

    /**
     * The server says nothing before the first event or keep-alive, which can take 270 seconds. An answer to a question
     * that was sent on the same connection after the subscription is the sign that it has got there.
     */
    private void probe() {
        if (call == null || over) {
            return;
        }
        context.rpcs()
                .askBehind(
                        call,
                        PubSubGrpc.getGetTopicMethod(),
                        TopicRequest.newBuilder().setTopicName(topic).build())
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        turns.execute(this::confirm);
                    } else {
                        LOG.debug("The first response confirms {}: {}", topic, failure.getMessage());
                    }
                });
    }

    private void confirm() {
        if (!over && !confirmed) {
            confirmed = true;
            listener.confirmed();
        }
    }

    private void arrived(FetchResponse response) {
        if (over) {
            return;
        }
        confirm();
        listener.alive();
        boolean answer = watch.answered(response);
        inBatch = true;
        List<CompletableFuture<SchemaCache.Known>> schemas = response.getEventsList().stream()
                .map(event -> context.schemas().get(event.getEvent().getSchemaId()))
                .toList();
        CompletableFuture.allOf(schemas.toArray(CompletableFuture<?>[]::new))
                .whenComplete((all, failure) -> turns.execute(() -> {
                    if (failure == null) {
                        deliver(
                                response,
                                schemas.stream().map(CompletableFuture::join).toList(),
                                answer);
                    } else {
                        end(StreamEndMapper.ofSchema(failure, topic));
                    }
                }));
    }

    private void deliver(FetchResponse response, List<SchemaCache.Known> schemas, boolean answer) {
        List<ConsumerEvent> events = response.getEventsList();
        for (int i = 0; i < events.size() && !over; i++) {
            if (outstanding == 0) {
                end(StreamEnd.of(StreamEnd.Kind.NO_ROOM, "More events of " + topic + " came than had been requested"));
                return;
            }
            outstanding--;
            ConsumerEvent event = events.get(i);
            ReplayId replayId = event.getReplayId().isEmpty()
                    ? withoutId.idOf(event.getEvent().getId())
                    : ReplayId.ofBytes(event.getReplayId().toByteArray());
            listener.received(new PubSubEvent(replayId, event, response.getRpcId(), schemas.get(i), bodies));
        }
        if (over) {
            return;
        }
        // only of a keep-alive it is said what this is the position of (pubsub_api.proto, "FetchResponse")
        if (events.isEmpty() && !answer && !response.getLatestReplayId().isEmpty()) {
            listener.reached(ReplayId.ofBytes(response.getLatestReplayId().toByteArray()));
        }
        inBatch = false;
        if (afterBatch != null) {
            afterBatch.run();
            return;
        }
        if (call != null) {
            call.request(1);
        }
        if (outstanding == 0) {
            // after what the listener may just have requested
            turns.execute(this::watchIdleness);
        }
    }

    private void watchIdleness() {
        if (!over && outstanding == 0 && idle == null) {
            idle = turns.schedule(
                    () -> end(StreamEnd.of(
                            StreamEnd.Kind.NO_ROOM, "No room for events of " + topic + " for " + MAX_IDLE)),
                    MAX_IDLE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    context.timer());
        }
    }

    private void closed(Status status, Metadata trailers) {
        Runnable closing = () -> end(
                status.isOk()
                        ? StreamEnd.of(StreamEnd.Kind.COMPLETED, "The server has ended the stream of " + topic)
                        : StreamEndMapper.of(RpcException.of(status, trailers, token.sent()), topic));
        if (inBatch) {
            afterBatch = closing;
        } else {
            closing.run();
        }
    }

    private void end(StreamEnd end) {
        if (!over) {
            finish();
            listener.ended(end);
        }
    }

    private void finish() {
        over = true;
        if (idle != null) {
            idle.cancel();
        }
        if (call != null) {
            call.cancel("Closed by the client", null);
        }
        watch.over();
    }

    /** A defect, of the listener or ours, ends this stream and nothing else. */
    private void broken(Throwable failure) {
        LOG.warn("The stream of {} is broken", topic, failure);
        turns.execute(() -> end(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "Broken: " + failure, failure)));
    }

    private final class ResponseListener extends ClientCall.Listener<FetchResponse> {

        private boolean probed;

        @Override
        public void onReady() {
            if (!probed) {
                probed = true;
                // the thread that starts the call may not have sent the subscription yet
                turns.execute(FetchStream.this::probe);
            }
        }

        @Override
        public void onMessage(FetchResponse response) {
            turns.execute(() -> arrived(response));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            turns.execute(() -> closed(status, trailers));
        }
    }
}
