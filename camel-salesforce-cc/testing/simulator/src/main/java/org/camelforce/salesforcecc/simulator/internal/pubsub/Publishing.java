package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.salesforce.eventbus.protobuf.Error;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.EventPayload;
import org.camelforce.salesforcecc.simulator.internal.streaming.NewEvent;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * Publishes batches of events. An event that is rejected does not keep the others of its batch from being published.
 */
final class Publishing {

    /** What gRPC has to let through, so that {@link #MAX_BYTES} decides. */
    static final int MAX_BYTES_READ = 16 * 1024 * 1024;

    private static final int MAX_BYTES = 4 * 1024 * 1024;
    private static final int MAX_BYTES_OF_EVENT = 1024 * 1024;

    private final PubSubContext context;

    Publishing(PubSubContext context) {
        this.context = context;
    }

    /** @throws io.grpc.StatusRuntimeException if the whole request is rejected */
    PublishResponse publish(String topicName, PublishRequest request, RpcCall rpc) {
        if (request.getSerializedSize() > MAX_BYTES) {
            throw PubSubError.TOO_LARGE.in(rpc.id());
        }
        if (topicName.isBlank()) {
            throw PubSubError.PUBLISH_NO_TOPIC.in(rpc.id());
        }
        Topic topic = context.topics().require(topicName, rpc.id());
        if (!topic.canPublish()) {
            throw PubSubError.NOT_PUBLISHABLE.in(rpc.id(), topicName);
        }
        if (request.getEventsCount() == 0) {
            throw PubSubError.PUBLISH_NO_EVENTS.in(rpc.id());
        }
        if (request.getEventsList().stream()
                .anyMatch(event -> event.getSchemaId().isBlank())) {
            throw PubSubError.NO_SCHEMA.in(rpc.id());
        }
        List<PublishResult> results = request.getEventsList().stream()
                .map(event -> publish(event, topic, rpc))
                .toList();
        return PublishResponse.newBuilder()
                .addAllResults(results)
                .setSchemaId(request.getEvents(0).getSchemaId())
                .setRpcId(rpc.id())
                .build();
    }

    private PublishResult publish(ProducerEvent event, Topic topic, RpcCall rpc) {
        Optional<EventSchema> schema = context.schemas()
                .byId(event.getSchemaId())
                .filter(known -> known.object().name().equals(topic.type()));
        if (schema.isEmpty()) {
            return rejected(event, "The schema ID " + event.getSchemaId() + " is not one of topic " + topic.name());
        }
        if (event.getPayload().size() > MAX_BYTES_OF_EVENT) {
            return rejected(event, "The event is larger than 1 MB");
        }
        try {
            ObjectNode payload =
                    EventPayload.checked(schema.get().object(), EventDecoder.decode(event.getPayload(), schema.get()));
            LoggedEvent logged = context.org()
                    .log()
                    .append(
                            new NewEvent(
                                    LoggedEvent.Kind.PLATFORM_EVENT,
                                    List.of(topic.name()),
                                    topic.type(),
                                    payload,
                                    rpc.session().userId()),
                            event.getId());
            return PublishResult.newBuilder()
                    .setReplayId(ReplayIds.bytes(logged.replayId()))
                    .setCorrelationKey(logged.uuid())
                    .build();
        } catch (IllegalArgumentException | ApiException e) {
            return rejected(event, String.valueOf(e.getMessage()));
        }
    }

    private static PublishResult rejected(ProducerEvent event, String reason) {
        return PublishResult.newBuilder()
                .setError(Error.newBuilder().setCode(ErrorCode.PUBLISH).setMsg(reason))
                .setCorrelationKey(event.getId())
                .build();
    }
}
