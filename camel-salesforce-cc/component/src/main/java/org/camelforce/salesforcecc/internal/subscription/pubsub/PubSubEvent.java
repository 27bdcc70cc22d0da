package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.replay.ReplayId;

/**
 * An event with the schema that it was written with.
 *
 * @param replayId its position, or what stands for it
 * @param event what the server sent
 * @param rpcId the id of the call that delivered it
 * @param schema what it was written with
 * @param bodies makes the body of it
 */
record PubSubEvent(
        ReplayId replayId, ConsumerEvent event, String rpcId, SchemaCache.Known schema, EventDeserializer bodies)
        implements ReceivedEvent {

    @Override
    public Optional<Instant> createdAt() {
        return schema.schema() == null
                ? Optional.empty()
                : CreatedDate.of(event.getEvent().getPayload().toByteArray(), schema.schema());
    }

    @Override
    public void writeTo(Exchange exchange) throws Exception {
        byte[] payload = event.getEvent().getPayload().toByteArray();
        Message message = exchange.getIn();
        String id = event.getEvent().getId();
        message.setHeader(SalesforceConstants.HEADER_SALESFORCE_PUBSUB_EVENT_ID, id);
        if (!id.isEmpty()) {
            message.setHeader(EventHeaders.EVENT_UUID, id);
        }
        message.setHeader(
                SalesforceConstants.HEADER_SALESFORCE_PUBSUB_REPLAY_ID,
                Base64.getEncoder().encodeToString(event.getReplayId().toByteArray()));
        message.setHeader(SalesforceConstants.HEADER_SALESFORCE_PUBSUB_RPC_ID, rpcId);
        message.setBody(payload);
        bodies.write(payload, schema.require(), message);
    }

    /** @return the position; the event's content is not for logs */
    @Override
    public String toString() {
        return "PubSubEvent[" + replayId() + "]";
    }
}
