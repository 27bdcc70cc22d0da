package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;

/** Reads what a client publishes. */
final class EventDecoder {

    private EventDecoder() {}

    /**
     * @return the fields that publishers set; those that the org fills itself are left out
     * @throws IllegalArgumentException if the payload does not fit the schema
     */
    static ObjectNode decode(ByteString payload, EventSchema schema) {
        GenericRecord record = read(payload, schema.avro());
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : schema.avro().getFields()) {
            Optional<FieldDefinition> definition =
                    schema.object().field(field.name()).filter(FieldDefinition::createable);
            definition.ifPresent(
                    known -> fields.set(field.name(), FieldValues.toJson(record.get(field.pos()), known.type())));
        }
        return fields;
    }

    private static GenericRecord read(ByteString payload, Schema schema) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(payload.toByteArray(), null);
        GenericRecord record;
        boolean whole;
        try {
            record = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
            whole = decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("The payload could not be deserialized with schema " + schema.getName());
        }
        if (!whole) {
            throw new IllegalArgumentException("The payload is longer than schema " + schema.getName() + " says");
        }
        return record;
    }
}
