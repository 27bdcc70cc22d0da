package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.CompoundField;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Writes events of the log as the Pub/Sub API delivers them: Avro binary in the current schema. */
final class EventEncoder {

    private final SchemaCatalog schemas;

    EventEncoder(SchemaCatalog schemas) {
        this.schemas = schemas;
    }

    ConsumerEvent encode(LoggedEvent event) {
        EventSchema schema = schemas.ofType(event.type())
                .orElseThrow(() -> new IllegalStateException("no schema of " + event.type()));
        ProducerEvent content = ProducerEvent.newBuilder()
                .setId(event.uuid())
                .setSchemaId(schema.id())
                .setPayload(bytes(record(event, schema)))
                .build();
        return ConsumerEvent.newBuilder()
                .setEvent(content)
                .setReplayId(ReplayIds.bytes(event.replayId()))
                .build();
    }

    private static GenericRecord record(LoggedEvent event, EventSchema schema) {
        GenericRecord record = new GenericData.Record(schema.avro());
        for (Schema.Field field : schema.avro().getFields()) {
            JsonNode value = event.payload().path(field.name());
            if (value.isObject()) {
                compound(schema.object(), field, value).ifPresent(nested -> record.put(field.pos(), nested));
            } else {
                schema.object()
                        .field(field.name())
                        .ifPresent(definition ->
                                record.put(field.pos(), FieldValues.toAvro(value, definition.type(), field.schema())));
            }
        }
        if (event.kind() == LoggedEvent.Kind.CHANGE_EVENT) {
            record.put(ChangeEventSchemas.HEADER, header(event, schema.avro()));
        } else {
            record.put("CreatedDate", event.createdDate().toEpochMilli());
            record.put("CreatedById", event.userId());
        }
        return record;
    }

    private static Optional<GenericRecord> compound(SObjectDefinition object, Schema.Field field, JsonNode value) {
        return CompoundField.of(object).stream()
                .filter(compound -> compound.name().equals(field.name()))
                .findFirst()
                .map(compound -> {
                    Schema type = Bitmaps.recordIn(field.schema()).orElseThrow();
                    GenericRecord nested = new GenericData.Record(type);
                    compound.parts()
                            .forEach((part, definition) -> nested.put(
                                    part,
                                    FieldValues.toAvro(
                                            value.path(part),
                                            definition.type(),
                                            type.getField(part).schema())));
                    return nested;
                });
    }

    private static GenericRecord header(LoggedEvent event, Schema schema) {
        Schema headerSchema = schema.getField(ChangeEventSchemas.HEADER).schema();
        JsonNode header = event.payload().path(ChangeEventSchemas.HEADER);
        List<String> changed = texts(header.path("changedFields"));
        List<String> nulled =
                changed.stream().filter(field -> isNull(event.payload(), field)).toList();
        GenericRecord record = new GenericData.Record(headerSchema);
        for (String text : List.of("entityName", "changeOrigin", "transactionKey", "commitUser")) {
            record.put(text, header.path(text).asText());
        }
        record.put(
                "changeType",
                new GenericData.EnumSymbol(
                        headerSchema.getField("changeType").schema(),
                        header.path("changeType").asText()));
        record.put("recordIds", texts(header.path("recordIds")));
        record.put("sequenceNumber", header.path("sequenceNumber").asInt());
        record.put("commitTimestamp", header.path("commitTimestamp").asLong());
        record.put("commitNumber", header.path("commitNumber").asLong());
        record.put("changedFields", Bitmaps.of(schema, changed));
        record.put("nulledFields", Bitmaps.of(schema, nulled));
        record.put("diffFields", List.of());
        return record;
    }

    private static boolean isNull(JsonNode payload, String field) {
        JsonNode value = payload;
        for (String name : field.split("\\.")) {
            value = value.path(name);
        }
        return value.isMissingNode();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static ByteString bytes(GenericRecord record) {
        ByteString.Output out = ByteString.newOutput();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toByteString();
    }
}
