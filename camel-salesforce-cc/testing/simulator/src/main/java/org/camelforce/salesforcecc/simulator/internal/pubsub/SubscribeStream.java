package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.jspecify.annotations.Nullable;

/** One {@code Subscribe} RPC. Its first request tells topic and position. */
final class SubscribeStream extends ServerStream<FetchRequest, FetchResponse> implements EventSink {

    private String topicName = "";
    private volatile @Nullable Delivery delivery;

    SubscribeStream(PubSubContext desk, RpcCall rpc, StreamObserver<FetchResponse> answers) {
        super(desk, rpc, answers);
    }

    @Override
    void accept(FetchRequest request) {
        if (request.getNumRequested() <= 0) {
            throw PubSubError.REQUESTED_EVENTS.in(rpc().id());
        }
        Delivery running = delivery;
        if (running == null) {
            running = start(request);
            delivery = running;
            desk.org().faults().next(FaultPoint.PUBSUB_SUBSCRIBE).ifPresent(running::suffer);
        } else if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topicName)) {
            throw PubSubError.TOPIC_MISMATCH.in(rpc().id());
        }
        running.request(request.getNumRequested());
        running.pump();
    }

    private Delivery start(FetchRequest request) {
        Topic topic = desk.topics().require(request.getTopicName(), rpc().id());
        topicName = topic.name();
        return new Delivery(desk, rpc().id(), this, topic.name(), position(request, topic));
    }

    private long position(FetchRequest request, Topic topic) {
        EventLog log = desk.org().log();
        if (request.getReplayPreset() == ReplayPreset.CUSTOM) {
            if (request.getReplayId().isEmpty()) {
                throw PubSubError.NO_REPLAY_ID.in(rpc().id());
            }
            return ReplayIds.position(request.getReplayId(), log, rpc().id());
        }
        return log.position(
                topic.name(),
                request.getReplayPreset() == ReplayPreset.EARLIEST ? EventLog.ALL_RETAINED : EventLog.NEW_ONLY);
    }

    @Override
    public void send(List<ConsumerEvent> events, ByteString latestReplayId, int pending) {
        answer(FetchResponse.newBuilder()
                .addAllEvents(events)
                .setLatestReplayId(latestReplayId)
                .setPendingNumRequested(pending)
                .setRpcId(rpc().id())
                .build());
    }

    @Override
    public @Nullable Delivery delivery() {
        return delivery;
    }

    @Override
    public void pump() {
        Delivery running = delivery;
        if (running != null) {
            running.pump();
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
        Delivery running = delivery;
        if (running != null) {
            running.stop();
        }
    }
}
