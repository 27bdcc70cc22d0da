package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** The {@code data} of a CometD message, by kind of event (developer guides of the four kinds). */
final class EventData {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final UnaryOperator<String> definitions;
    private final Schema schema;

    EventData(UnaryOperator<String> definitions, Schema schema) {
        this.definitions = definitions;
        this.schema = schema;
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
                payload.setAll(dated(event.payload(), event.type()));
                data.putObject("event").put("EventUuid", event.uuid()).put("replayId", event.replayId());
            }
            case CHANGE_EVENT -> {
                withSchema(data, event)
                        .set("payload", dated(event.payload(), ChangeEventConverter.entityOf(event.type())));
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

    /** Answers the payload with its times in the form of events, which differs from that of records. */
    private ObjectNode dated(ObjectNode payload, String type) {
        ObjectNode dated = payload.deepCopy();
        schema.find(type).stream()
                .flatMap(object -> object.fields().stream())
                .filter(field -> field.type() == FieldType.DATETIME)
                .filter(field -> dated.path(field.name()).isTextual())
                .forEach(field -> dated.put(
                        field.name(),
                        timestamp(DateTimes.read(dated.path(field.name()).asText())
                                .toInstant(ZoneOffset.UTC))));
        return dated;
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
