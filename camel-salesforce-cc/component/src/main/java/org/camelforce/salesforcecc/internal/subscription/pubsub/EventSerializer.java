package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.reflect.ReflectDatumWriter;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import tech.allegro.schema.json2avro.converter.JsonAvroConverter;

/** Makes events of the bodies that upstream takes: a ready event, an Avro record, its bytes, JSON or a POJO. */
final class EventSerializer {

    private EventSerializer() {}

    static ProducerEvent event(Object body, String schemaId, Schema schema) throws IOException {
        return body instanceof ProducerEvent ready
                ? ready
                : ProducerEvent.newBuilder()
                        .setSchemaId(schemaId)
                        .setPayload(ByteString.copyFrom(payload(body, schema)))
                        .build();
    }

    private static byte[] payload(Object body, Schema schema) throws IOException {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof String json) {
            return new JsonAvroConverter().convertToAvro(json.getBytes(StandardCharsets.UTF_8), schema);
        }
        if (body instanceof SpecificRecord specific) {
            return fitted(written(body, new SpecificDatumWriter<>(specific.getSchema())), specific.getSchema(), schema);
        }
        if (body instanceof IndexedRecord generic) {
            return fitted(written(body, new GenericDatumWriter<>(generic.getSchema())), generic.getSchema(), schema);
        }
        return written(body, new ReflectDatumWriter<>(schema));
    }

    /** A record can be of an older version of the event, whose bytes mean something else to the current one. */
    private static byte[] fitted(byte[] bytes, Schema from, Schema to) throws IOException {
        if (from.equals(to)) {
            return bytes;
        }
        for (Schema.Field field : from.getFields()) {
            if (to.getField(field.name()) == null) {
                throw new IOException("The event has no field " + field.name());
            }
        }
        Object event = new GenericDatumReader<>(from, to)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        return written(event, new GenericDatumWriter<>(to));
    }

    private static byte[] written(Object body, DatumWriter<Object> writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(body, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
