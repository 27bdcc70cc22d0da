package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.EventsWithoutId;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;

/** The events of one topic. Its streams share nothing with those of other sources but the connection. */
public final class PubSubSource implements EventSource {

    /** The server sends a keep-alive every 270 seconds (pubsub_api.proto, "FetchResponse"). */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(270 + 30);

    private final StreamContext context;
    private final String topic;
    private final EventDeserializer bodies;
    private final EventsWithoutId withoutId;

    PubSubSource(StreamContext context, String topic, EventDeserializer bodies) {
        this.context = context;
        this.topic = topic;
        this.bodies = bodies;
        this.withoutId = new EventsWithoutId(topic);
    }

    @Override
    public Duration longestSilence() {
        return LONGEST_SILENCE;
    }

    /**
     * Confirmed is a stream when the server has answered a question that followed the subscription on the same
     * connection, or with its first response, whichever comes first: the protocol has no word for it.
     */
    @Override
    public EventStream open(StartingPoint from, StreamListener listener) {
        FetchStream<FetchRequest> stream = new FetchStream<>(
                context, topic, new Requests(topic, from), bodies, withoutId, listener, StreamWatch.NONE);
        if (from instanceof StartingPoint.After after && after.position().isNumber()) {
            stream.endUnstarted(StreamEnd.of(
                    StreamEnd.Kind.POSITION_REJECTED,
                    after.position() + " is a position of the Streaming API, which the Pub/Sub API does not know"));
        }
        return stream;
    }

    private record Requests(String topic, StartingPoint from) implements FetchRequestFactory<FetchRequest> {

        @Override
        public MethodDescriptor<FetchRequest, FetchResponse> method() {
            return PubSubGrpc.getSubscribeMethod();
        }

        @Override
        public FetchRequest first(int events) {
            FetchRequest.Builder request =
                    FetchRequest.newBuilder().setTopicName(topic).setNumRequested(events);
            if (from instanceof StartingPoint.After after) {
                request.setReplayPreset(ReplayPreset.CUSTOM)
                        .setReplayId(ByteString.copyFrom(after.position().bytes()));
            } else {
                request.setReplayPreset(
                        from instanceof StartingPoint.Latest ? ReplayPreset.LATEST : ReplayPreset.EARLIEST);
            }
            return request.build();
        }

        @Override
        public FetchRequest more(int events) {
            return FetchRequest.newBuilder()
                    .setTopicName(topic)
                    .setNumRequested(events)
                    .build();
        }
    }
}
