package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.jspecify.annotations.Nullable;

/** One {@code PublishStream} RPC, which ends if nothing is published for 70 seconds. */
final class PublishingStream extends ServerStream<PublishRequest, PublishResponse> {

    static final Duration IDLE = Duration.ofSeconds(70);

    private final Publishing publishing;
    private String topicName = "";
    private Instant lastPublish;

    PublishingStream(
            PubSubContext context, RpcCall rpc, StreamObserver<PublishResponse> answers, Publishing publishing) {
        super(context, rpc, answers);
        this.publishing = publishing;
        lastPublish = context.org().time().instant();
    }

    @Override
    void accept(PublishRequest request) {
        if (topicName.isEmpty()) {
            topicName = request.getTopicName();
        } else if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topicName)) {
            throw PubSubError.PUBLISH_TOPIC_MISMATCH.in(rpc().id());
        }
        PublishResponse response = publishing.publish(topicName, request, rpc());
        lastPublish = context.org().time().instant();
        answer(response);
    }

    @Override
    public @Nullable OpenSubscription subscription() {
        return null;
    }

    @Override
    public boolean publishes() {
        return true;
    }

    @Override
    public void deliver() {}

    @Override
    public void stall() {}

    @Override
    public void tick(Instant now) {
        if (!now.isBefore(lastPublish.plus(IDLE))) {
            fail(PubSubError.PUBLISH_IDLE.in(rpc().id()));
        }
    }
}
