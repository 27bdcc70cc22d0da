package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change events whose schemas are written in other ways. */
class ChangeEventFormsTest {

    private static final String STRINGS = "{'type':'array','items':'string'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                STRINGS,
                "['null'," + STRINGS + "]",
                "[" + STRINGS + ",'null']",
                "{'type':'array','items':['null','string']}",
                "{'type':'array','items':{'type':'string','avro.java.string':'String'}}"
            })
    void namedWhenTheListMayBeNullThenItsFieldsAreNamed(String type) throws Exception {
        Schema schema = schema(type, 3);

        assertThat(changedFields(schema, List.of("0x6"))).containsExactly("F1", "F2");
    }

    @Test
    void namedWhenTheListIsNullThenItStaysSo() throws Exception {
        Schema schema = schema("['null'," + STRINGS + "]", 3);

        assertThat(changedFields(schema, null)).isNull();
    }

    @Test
    void namedWhenTheListHasANullThenItStays() throws Exception {
        Schema schema = schema("{'type':'array','items':['null','string']}", 3);

        assertThat(changedFields(schema, Arrays.asList(null, "0x2"))).containsExactly(null, "F1");
    }

    @Test
    void writeHeadersWhenAListHasANullThenItIsInTheHeader() throws Exception {
        Schema schema = schema(STRINGS, 1);
        GenericRecord event = event(schema, List.of());
        GenericRecord header = (GenericRecord) event.get("ChangeEventHeader");
        header.put("recordIds", Arrays.asList("001", null));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Message message = new DefaultMessage(context);

            ChangeEvent.of(bytes(event), schema).writeHeaders(message);

            assertThat(message.getHeader("CamelSalesforceRecordIds")).isEqualTo(Arrays.asList("001", null));
        }
    }

    @Test
    void namedWhenThereAreHundredsOfFieldsThenTheRightOnesAreNamed() throws Exception {
        Schema schema = schema(STRINGS, 600);

        assertThat(changedFields(schema, List.of("0x1" + "0".repeat(149) + "2")))
                .containsExactly("F1", "F600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0", "0x00", "0x"})
    void namedWhenNoFieldIsInABitmapThenNothingIsAdded(String bitmap) throws Exception {
        assertThat(changedFields(schema(STRINGS, 3), List.of(bitmap, "0x2")))
                .containsExactlyElementsOf(bitmap.equals("0x") ? List.of("0x", "F1") : List.of("F1"));
    }

    private static @Nullable List<String> changedFields(Schema schema, @Nullable List<String> bitmaps)
            throws IOException {
        byte[] named = ChangeEvent.of(bytes(event(schema, bitmaps)), schema).named();
        GenericRecord event = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(named, null));
        List<?> fields = (List<?>) ((GenericRecord) event.get("ChangeEventHeader")).get("changedFields");
        return fields == null
                ? null
                : fields.stream()
                        .map(field -> field == null ? null : field.toString())
                        .toList();
    }

    private static GenericRecord event(Schema schema, @Nullable List<String> bitmaps) {
        GenericRecord header =
                new GenericData.Record(schema.getField("ChangeEventHeader").schema());
        header.put("changedFields", bitmaps);
        header.put("recordIds", List.of());
        GenericRecord event = new GenericData.Record(schema);
        event.put("ChangeEventHeader", header);
        return event;
    }

    private static byte[] bytes(GenericRecord event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Schema schema(String type, int fields) {
        SchemaBuilder.FieldAssembler<Schema> schema = SchemaBuilder.record("AccountChangeEvent")
                .fields()
                .name("ChangeEventHeader")
                .type(new Schema.Parser()
                        .parse(("{'type':'record','name':'ChangeEventHeader','fields':["
                                        + "{'name':'recordIds','type':{'type':'array','items':['null','string']}},"
                                        + "{'name':'changedFields','type':" + type + "}]}")
                                .replace('\'', '"')))
                .noDefault();
        for (int i : IntStream.rangeClosed(1, fields).toArray()) {
            schema = schema.optionalString("F" + i);
        }
        return schema.endRecord();
    }
}
