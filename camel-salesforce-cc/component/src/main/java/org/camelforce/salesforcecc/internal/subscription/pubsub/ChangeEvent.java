package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.camel.Message;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.jspecify.annotations.Nullable;

/** A change event of the Pub/Sub API: what its header says, and its payload with names of fields. */
final class ChangeEvent {

    private static final String HEADER = "ChangeEventHeader";
    private static final List<String> FIELD_LISTS = List.of("changedFields", "nulledFields", "diffFields");

    private final byte[] payload;
    private final GenericRecord event;
    private final GenericRecord header;

    private ChangeEvent(byte[] payload, GenericRecord event, GenericRecord header) {
        this.payload = payload;
        this.event = event;
        this.header = header;
    }

    /** @return the event, or null if it is none of a change */
    static @Nullable ChangeEvent of(byte[] payload, Schema schema) throws IOException {
        if (schema.getType() != Schema.Type.RECORD || schema.getField(HEADER) == null) {
            return null;
        }
        GenericRecord event = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(payload, null));
        return event.get(HEADER) instanceof GenericRecord header ? new ChangeEvent(payload, event, header) : null;
    }

    /** Sets the message headers that a change event of the Streaming API has, with values of the same types. */
    void writeHeaders(Message message) {
        EventHeaders.CHANGE_EVENT.forEach((name, field) -> {
            Object value = header.hasField(field) ? header.get(field) : null;
            if (value != null) {
                message.setHeader(name, plain(value));
            }
        });
    }

    /** @return the payload, with field names instead of bitmaps */
    byte[] named() throws IOException {
        boolean changed = false;
        for (String list : FIELD_LISTS) {
            if (header.hasField(list) && header.get(list) instanceof List<?> bitmaps && !bitmaps.isEmpty()) {
                Schema schema = arrayOf(header.getSchema().getField(list).schema());
                header.put(list, new GenericData.Array<>(schema, FieldBitmapDecoder.names(event.getSchema(), bitmaps)));
                changed = true;
            }
        }
        return changed ? encoded() : payload;
    }

    /** The list's schema; the list may be one of those that may be missing. */
    private static Schema arrayOf(Schema schema) {
        return !schema.isUnion()
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.ARRAY)
                        .findFirst()
                        .orElse(schema);
    }

    private byte[] encoded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ChangeEvent::plain).toList();
        }
        return value instanceof Long || value instanceof Boolean ? value : value.toString();
    }
}
