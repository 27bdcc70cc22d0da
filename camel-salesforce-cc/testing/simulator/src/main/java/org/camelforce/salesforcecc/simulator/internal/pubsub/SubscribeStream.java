package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;

/** One {@code Subscribe} RPC. Its first request tells topic and position. */
final class SubscribeStream extends DeliveringStream<FetchRequest, FetchResponse> {

    private String topicName = "";

    SubscribeStream(PubSubContext context, RpcCall rpc, StreamObserver<FetchResponse> answers) {
        super(context, rpc, answers);
    }

    @Override
    void accept(FetchRequest request) {
        if (request.getNumRequested() <= 0) {
            throw PubSubError.REQUESTED_EVENTS.in(rpc().id());
        }
        Delivery running = delivery();
        if (running == null) {
            running = begin(start(request));
        } else if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topicName)) {
            throw PubSubError.TOPIC_MISMATCH.in(rpc().id());
        }
        running.request(request.getNumRequested());
        running.deliver();
    }

    private Delivery start(FetchRequest request) {
        Topic topic = context.topics().require(request.getTopicName(), rpc().id());
        topicName = topic.name();
        return new Delivery(context, rpc().id(), this, topic.name(), position(request, topic));
    }

    private long position(FetchRequest request, Topic topic) {
        EventLog log = context.org().log();
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
}
