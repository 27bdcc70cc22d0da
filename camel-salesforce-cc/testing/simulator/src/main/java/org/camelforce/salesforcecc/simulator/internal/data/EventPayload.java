package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Checks platform events against their definition, by the rules that hold for records. */
public final class EventPayload {

    private EventPayload() {}

    /**
     * @param event the definition
     * @param fields what a client wants to publish
     * @return every field that the definition declares, in order and in its declared spelling; null where none was
     *     given
     * @throws ApiException as the create of a record would fail
     */
    public static ObjectNode checked(SObjectDefinition event, ObjectNode fields) {
        Row row = FieldInput.forCreate(event, fields, (reference, externalId) -> {
            throw FieldInput.noSuchColumn(String.valueOf(reference.relationshipName()), event);
        });
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        for (FieldDefinition field : event.fields()) {
            if (field.createable()) {
                payload.set(field.name(), JsonValues.write(row.get(field.name())));
            }
        }
        return payload;
    }
}
