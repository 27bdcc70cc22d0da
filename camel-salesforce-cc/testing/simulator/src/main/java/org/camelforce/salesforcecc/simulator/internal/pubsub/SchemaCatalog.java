package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.rest.EventSchemas;
import org.camelforce.salesforcecc.simulator.internal.streaming.ChangeEventConverter;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** The schemas of an org's events: the current one of each type, and by id every one that there was. For one thread. */
final class SchemaCatalog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, EventSchema> current = new HashMap<>();
    private final Map<String, EventSchema> byId = new HashMap<>();

    SchemaCatalog(Schema org) {
        for (SObjectDefinition object : org.objects()) {
            switch (object.kind()) {
                case PLATFORM_EVENT -> add(object.name(), EventSchema.of(EventSchemas.definition(object), object));
                case STANDARD, CUSTOM ->
                    add(
                            ChangeEventConverter.typeOf(object.name()),
                            EventSchema.of(ChangeEventSchemas.definition(object), object));
                case LOG -> {}
            }
        }
    }

    /** @return the current schema of an event type such as {@code Order__e} or {@code AccountChangeEvent} */
    Optional<EventSchema> ofType(String type) {
        return Optional.ofNullable(current.get(type));
    }

    Optional<EventSchema> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Gives a type one more field, as an administrator does, and so another schema id. */
    void change(String type) {
        EventSchema former = current.get(type);
        if (former == null) {
            return;
        }
        try {
            ObjectNode schema = (ObjectNode) JSON.readTree(former.json());
            ArrayNode fields = schema.withArray("fields");
            ObjectNode added = fields.addObject().put("name", "Added_" + fields.size() + "__c");
            added.putArray("type").add("null").add("string");
            added.putNull("default");
            add(type, EventSchema.of(schema.toString(), former.object()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalog has written this schema itself", e);
        }
    }

    private void add(String type, EventSchema schema) {
        current.put(type, schema);
        byId.put(schema.id(), schema);
    }
}
