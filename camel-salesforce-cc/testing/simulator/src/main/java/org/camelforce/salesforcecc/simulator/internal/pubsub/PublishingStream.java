package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One {@code PublishStream} RPC, which ends if nothing is published for 70 seconds. */
final class PublishingStream extends ServerStream<PublishRequest, PublishResponse> {

    static final Duration IDLE = Duration.ofSeconds(70);

    private final Publishing publishing;
    private String topicName = "";
    private Instant lastPublish;

    PublishingStream(PubSubContext desk, RpcCall rpc, StreamObserver<PublishResponse> answers, Publishing publishing) {
        super(desk, rpc, answers);
        this.publishing = publishing;
        lastPublish = desk.org().time().instant();
    }

    @Override
    void accept(PublishRequest request) {
        if (topicName.isEmpty()) {
            topicName = request.getTopicName();
        } else if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topicName)) {
            throw PubSubError.PUBLISH_TOPIC_MISMATCH.in(rpc().id());
        }
        PublishResponse response = publishing.publish(topicName, request, rpc());
        lastPublish = desk.org().time().instant();
        answer(response);
    }

    @Override
    public @Nullable Delivery delivery() {
        return null;
    }

    @Override
    public void pump() {}

    @Override
    public void tick(Instant now) {
        if (!now.isBefore(lastPublish.plus(IDLE))) {
            fail(PubSubError.PUBLISH_IDLE.in(rpc().id()));
        }
    }
}
