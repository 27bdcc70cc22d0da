package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.reflect.ReflectDatumReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.PubSubDeserializeType;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.jspecify.annotations.Nullable;
import tech.allegro.schema.json2avro.converter.AvroJsonConverter;

/**
 * Makes a payload what option {@code pubSubDeserializeType} says, as upstream does, with names of fields instead of
 * bitmaps. Safe for several threads.
 */
final class EventDeserializer {

    private final PubSubDeserializeType type;
    private final Map<String, Class<?>> eventClasses;
    private final @Nullable Class<?> pojoClass;
    private final boolean rawBitmaps;

    private EventDeserializer(
            PubSubDeserializeType type,
            Map<String, Class<?>> eventClasses,
            @Nullable Class<?> pojoClass,
            boolean rawBitmaps) {
        this.type = type;
        this.eventClasses = eventClasses;
        this.pojoClass = pojoClass;
        this.rawBitmaps = rawBitmaps;
    }

    /** @param rawBitmaps whether the sets of fields in change events stay as they are */
    static EventDeserializer of(SalesforceEndpoint endpoint, boolean rawBitmaps) throws ClassNotFoundException {
        PubSubDeserializeType type = endpoint.getConfiguration().getPubSubDeserializeType();
        String pojo = endpoint.getConfiguration().getPubSubPojoClass();
        if (type == PubSubDeserializeType.POJO && pojo == null) {
            throw new IllegalArgumentException("pubSubDeserializeType=POJO needs option pubSubPojoClass");
        }
        Class<?> pojoClass = pojo == null
                ? null
                : endpoint.getCamelContext().getClassResolver().resolveMandatoryClass(pojo);
        Map<String, Class<?>> eventClasses = endpoint.getComponent().getEventClassMap();
        return new EventDeserializer(type, eventClasses == null ? Map.of() : eventClasses, pojoClass, rawBitmaps);
    }

    /** Sets the headers of a change, if it is one, then the body. */
    void write(byte[] payload, Schema schema, Message message) throws IOException {
        ChangeEvent change = ChangeEvent.of(payload, schema);
        if (change == null) {
            message.setBody(body(payload, schema));
        } else {
            change.writeHeaders(message);
            message.setBody(body(rawBitmaps ? payload : change.named(), schema));
        }
    }

    private Object body(byte[] payload, Schema schema) throws IOException {
        return switch (type) {
            case AVRO ->
                eventClasses.containsKey(schema.getFullName()) ? specific(payload, schema) : generic(payload, schema);
            case SPECIFIC_RECORD -> specific(payload, schema);
            case GENERIC_RECORD -> generic(payload, schema);
            case POJO -> pojo(payload, schema);
            case JSON ->
                new String(new AvroJsonConverter().convertToJson(generic(payload, schema)), StandardCharsets.UTF_8);
        };
    }

    private static GenericRecord generic(byte[] payload, Schema schema) throws IOException {
        return read(new GenericDatumReader<>(schema), payload);
    }

    private Object specific(byte[] payload, Schema schema) throws IOException {
        Class<?> known = eventClasses.get(schema.getFullName());
        if (known == null) {
            throw new IOException("No generated class for event " + schema.getFullName()
                    + "; option packages names the packages of such classes");
        }
        SpecificDatumReader<Object> reader = new SpecificDatumReader<>(asObject(known));
        // the class may have been generated from another version of the schema
        reader.setSchema(schema);
        return read(reader, payload);
    }

    private Object pojo(byte[] payload, Schema schema) throws IOException {
        ReflectDatumReader<Object> reader = new ReflectDatumReader<>(asObject(pojoClass));
        reader.setSchema(schema);
        return read(reader, payload);
    }

    private static <T> T read(DatumReader<T> reader, byte[] payload) throws IOException {
        return reader.read(null, DecoderFactory.get().binaryDecoder(payload, null));
    }

    @SuppressWarnings("unchecked")
    private static Class<Object> asObject(@Nullable Class<?> type) {
        if (type == null) {
            throw new IllegalStateException("No class to read the event into");
        }
        return (Class<Object>) type;
    }
}
