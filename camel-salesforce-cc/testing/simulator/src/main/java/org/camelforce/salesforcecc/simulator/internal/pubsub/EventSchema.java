package org.camelforce.salesforcecc.simulator.internal.pubsub;

import org.apache.avro.Schema;
import org.camelforce.salesforcecc.simulator.internal.streaming.SchemaIds;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * One version of an event's schema.
 *
 * @param id derived from its text
 * @param json its text
 * @param avro the same for Avro
 * @param object the platform event, or the object that a change event is about
 */
record EventSchema(String id, String json, Schema avro, SObjectDefinition object) {

    static EventSchema of(String json, SObjectDefinition object) {
        return new EventSchema(SchemaIds.of(json), json, new Schema.Parser().parse(json), object);
    }
}
