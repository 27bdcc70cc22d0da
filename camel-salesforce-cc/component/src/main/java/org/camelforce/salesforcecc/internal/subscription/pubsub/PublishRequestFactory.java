package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.jspecify.annotations.Nullable;

/** Makes requests of bodies, and finds out before anything is sent what Salesforce cannot take. */
final class PublishRequestFactory {

    /** What Salesforce drops without a word that fits (Pub/Sub API Guide, "Allocations"). */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_BYTES_OF_EVENT = 1024 * 1024;

    private PublishRequestFactory() {}

    /** A body that does not go with the event's schema. */
    static final class UnfitException extends SalesforceException {

        private static final long serialVersionUID = 1;

        private final String schemaId;

        private UnfitException(String message, String schemaId, @Nullable Throwable cause) {
            super(message, cause);
            this.schemaId = schemaId;
        }

        String schemaId() {
            return schemaId;
        }
    }

    /** @throws CompletionException with a {@link SalesforceException} that says which limit or body it is */
    static PublishRequest of(TopicInfo topic, SchemaCache.Known schema, List<?> bodies) {
        PublishRequest.Builder request = PublishRequest.newBuilder().setTopicName(topic.getTopicName());
        for (int i = 0; i < bodies.size(); i++) {
            request.addEvents(event(bodies.get(i), i + 1, topic, schema));
        }
        PublishRequest complete = request.build();
        if (complete.getSerializedSize() > MAX_BYTES) {
            throw unpublishable(
                    "The " + bodies.size() + " events together have " + complete.getSerializedSize()
                            + " bytes, and Salesforce takes no more than 4 MB at once and recommends 3 MB; publish fewer at once");
        }
        return complete;
    }

    private static ProducerEvent event(@Nullable Object body, int number, TopicInfo topic, SchemaCache.Known schema) {
        if (body == null) {
            throw unpublishable("Element " + number + " of the list is null");
        }
        ProducerEvent event;
        try {
            event = EventSerializer.event(body, topic.getSchemaId(), schema.require());
        } catch (IOException | RuntimeException e) {
            throw new CompletionException(new UnfitException(
                    "Not published: element " + number + " of the list, of type "
                            + body.getClass().getName() + ", cannot be made an event of " + topic.getTopicName() + ": "
                            + e.getMessage(),
                    topic.getSchemaId(),
                    e));
        }
        int bytes = event.getPayload().size();
        if (bytes > MAX_BYTES_OF_EVENT) {
            throw unpublishable("Element " + number + " of the list has " + bytes
                    + " bytes, and Salesforce takes no more than 1 MB for an event");
        }
        return event;
    }

    private static CompletionException unpublishable(String text) {
        return new CompletionException(new SalesforceException("Not published: " + text, null));
    }
}
