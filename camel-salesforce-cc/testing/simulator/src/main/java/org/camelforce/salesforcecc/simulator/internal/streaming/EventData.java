package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;

/** The {@code data} of a CometD message, by kind of event (developer guides of the four kinds). */
final class EventData {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final UnaryOperator<String> definitions;

    EventData(UnaryOperator<String> definitions) {
        this.definitions = definitions;
    }

    static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant);
    }

    ObjectNode of(LoggedEvent event) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        switch (event.kind()) {
            case PLATFORM_EVENT -> {
                ObjectNode payload = withSchema(data, event).putObject("payload");
                payload.put("CreatedDate", timestamp(event.createdDate()));
                payload.put("CreatedById", event.userId());
                payload.setAll(event.payload());
                data.putObject("event").put("EventUuid", event.uuid()).put("replayId", event.replayId());
            }
            case CHANGE_EVENT -> {
                withSchema(data, event).set("payload", event.payload());
                data.putObject("event").put("replayId", event.replayId());
            }
            case PUSH_TOPIC -> {
                created(data, event).put("type", event.type());
                data.set("sobject", event.payload());
            }
            case GENERIC -> {
                created(data, event);
                data.set("payload", event.payload().path("payload"));
            }
        }
        return data;
    }

    private ObjectNode withSchema(ObjectNode data, LoggedEvent event) {
        return data.put("schema", SchemaIds.of(definitions.apply(event.type())));
    }

    private static ObjectNode created(ObjectNode data, LoggedEvent event) {
        return data.putObject("event")
                .put("createdDate", timestamp(event.createdDate()))
                .put("replayId", event.replayId());
    }
}
