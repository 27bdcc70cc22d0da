package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Change events with compound fields, as an org sends them. */
class ChangeEventIT {

    private static final Schema ADDRESS = SchemaBuilder.record("Address")
            .fields()
            .optionalString("Street")
            .optionalString("City")
            .optionalString("PostalCode")
            .endRecord();

    /** Positions: header 0, Name 1, Phone 2, BillingAddress 3, Site 4. */
    private static final Schema ACCOUNT = SchemaBuilder.record("AccountChangeEvent")
            .namespace("com.sforce.eventbus")
            .fields()
            .name("ChangeEventHeader")
            .type(SchemaBuilder.record("ChangeEventHeader")
                    .fields()
                    .requiredString("entityName")
                    .name("recordIds")
                    .type()
                    .array()
                    .items()
                    .stringType()
                    .noDefault()
                    .name("changeType")
                    .type()
                    .enumeration("ChangeType")
                    .symbols("CREATE", "UPDATE")
                    .noDefault()
                    .requiredString("transactionKey")
                    .requiredInt("sequenceNumber")
                    .requiredLong("commitTimestamp")
                    .name("nulledFields")
                    .type()
                    .array()
                    .items()
                    .stringType()
                    .noDefault()
                    .name("diffFields")
                    .type()
                    .array()
                    .items()
                    .stringType()
                    .noDefault()
                    .name("changedFields")
                    .type()
                    .array()
                    .items()
                    .stringType()
                    .noDefault()
                    .endRecord())
            .noDefault()
            .optionalString("Name")
            .optionalString("Phone")
            .name("BillingAddress")
            .type()
            .optional()
            .type(ADDRESS)
            .optionalString("Site")
            .endRecord();

    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
        api.onSchema = (request, answer) -> ScriptedPubSub.reply(
                answer,
                SchemaInfo.newBuilder().setSchemaJson(ACCOUNT.toString()).build());
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            0x02             | Name
            0x16             | Name,Phone,Site
            3-0x03           | BillingAddress.Street,BillingAddress.City
            0x04,3-0x06      | Phone,BillingAddress.City,BillingAddress.PostalCode
            """)
    void writeToWhenFieldsHaveChangedThenTheyAreNamedAsInTheStreamingApi(String bitmaps, String names)
            throws Exception {
        GenericRecord header = header(received("", List.of(bitmaps.split(","))));

        assertThat(strings(header, "changedFields")).containsExactly(names.split(","));
    }

    @Test
    void writeToWhenFieldsAreNulledOrDiffersThenTheyAreNamedToo() throws Exception {
        GenericRecord header = header(received("", List.of("0x12"), List.of("0x10"), List.of("0x02")));

        assertThat(strings(header, "nulledFields")).containsExactly("Site");
        assertThat(strings(header, "diffFields")).containsExactly("Name");
    }

    /** A schema that is not the event's must not make a name of it. */
    @ParameterizedTest
    @ValueSource(strings = {"0x20", "3-0x08", "1-0x01", "9-0x01", "99999-0x01", "Name", "0x", "", "-0x02", "3-4-0x01"})
    void writeToWhenItIsNoBitmapOfTheSchemaThenItStays(String bitmap) throws Exception {
        assertThat(strings(header(received("", List.of(bitmap))), "changedFields"))
                .containsExactly(bitmap);
    }

    @Test
    void writeToWhenTheBodyIsJsonThenTheNamesAreInIt() throws Exception {
        Message event = received("?pubSubDeserializeType=JSON", List.of("0x02", "3-0x02"));

        JsonNode json = new ObjectMapper().readTree(event.getBody(String.class));
        assertThat(json.at("/ChangeEventHeader/changedFields"))
                .extracting(JsonNode::asText)
                .containsExactly("Name", "BillingAddress.City");
        assertThat(json.at("/BillingAddress/City").asText()).isEqualTo("Rome");
    }

    @Test
    void writeToWhenRawBitmapsAreAskedForThenTheyStay() throws Exception {
        GenericRecord header = header(received("?pubSubRawBitmaps=true", List.of("0x02", "3-0x02")));

        assertThat(strings(header, "changedFields")).containsExactly("0x02", "3-0x02");
    }

    @Test
    void writeToWhenItIsAChangeThenTheHeadersAreThoseOfTheStreamingApi() throws Exception {
        Message event = received("", List.of("0x02"));

        assertThat(event.getHeaders())
                .containsEntry("CamelSalesforceEventUuid", "id-1")
                .containsEntry("CamelSalesforceTransactionKey", "t-1")
                .containsEntry("CamelSalesforceSequenceNumber", 2L)
                .containsEntry("CamelSalesforceCommitTimestamp", 5L)
                .containsEntry("CamelSalesforceChangeType", "UPDATE")
                .containsEntry("CamelSalesforceEntityName", "Account")
                .containsEntry("CamelSalesforceRecordIds", List.of("001000000000001AAA"));
    }

    @Test
    void writeToWhenTheEventHasNoIdThenThereIsNoHeaderForIt() throws Exception {
        HeardStream stream = world.earliest().request(10);
        FetchResponse orders = ScriptedPubSub.orders("1");
        ConsumerEvent order = orders.getEvents(0);
        api.onSchema = (request, answer) -> ScriptedPubSub.reply(
                answer,
                SchemaInfo.newBuilder()
                        .setSchemaJson(ScriptedPubSub.SCHEMA.toString())
                        .build());
        api.nextStream()
                .onNext(orders.toBuilder()
                        .setEvents(
                                0,
                                order.toBuilder()
                                        .setEvent(order.getEvent().toBuilder().clearId()))
                        .build());
        stream.numbers(1);

        assertThat(stream.written(stream.events.get(0)).getIn().getHeaders())
                .doesNotContainKey("CamelSalesforceEventUuid");
    }

    private Message received(String options, List<String> changed) throws Exception {
        return received(options, changed, List.of(), List.of());
    }

    private Message received(String options, List<String> changed, List<String> nulled, List<String> diff)
            throws Exception {
        SalesforceEndpoint endpoint = world.endpoint("pubSubSubscribe:/data/AccountChangeEvent" + options);
        boolean raw = options.contains("pubSubRawBitmaps");
        HeardStream stream = HeardStream.of(
                        world.context, world.connection.source(endpoint, raw), new StartingPoint.Earliest())
                .request(10);
        api.nextStream()
                .onNext(FetchResponse.newBuilder()
                        .setRpcId("rpc")
                        .addEvents(ConsumerEvent.newBuilder()
                                .setReplayId(ByteString.copyFromUtf8("1"))
                                .setEvent(ProducerEvent.newBuilder()
                                        .setId("id-1")
                                        .setSchemaId("s")
                                        .setPayload(payload(changed, nulled, diff))))
                        .build());
        org.awaitility.Awaitility.await().until(() -> !stream.events.isEmpty());
        Exchange exchange = new DefaultExchange(world.context);
        stream.events.get(0).writeTo(exchange);
        return exchange.getIn();
    }

    private static ByteString payload(List<String> changed, List<String> nulled, List<String> diff) throws IOException {
        Schema headerSchema = ACCOUNT.getField("ChangeEventHeader").schema();
        GenericRecord event = new GenericRecordBuilder(ACCOUNT)
                .set(
                        "ChangeEventHeader",
                        new GenericRecordBuilder(headerSchema)
                                .set("entityName", "Account")
                                .set("recordIds", List.of("001000000000001AAA"))
                                .set(
                                        "changeType",
                                        new GenericData.EnumSymbol(
                                                headerSchema
                                                        .getField("changeType")
                                                        .schema(),
                                                "UPDATE"))
                                .set("transactionKey", "t-1")
                                .set("sequenceNumber", 2)
                                .set("commitTimestamp", 5L)
                                .set("nulledFields", nulled)
                                .set("diffFields", diff)
                                .set("changedFields", changed)
                                .build())
                .set("Name", "Acme")
                .set(
                        "BillingAddress",
                        new GenericRecordBuilder(ADDRESS).set("City", "Rome").build())
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(ACCOUNT).write(event, encoder);
        encoder.flush();
        return ByteString.copyFrom(bytes.toByteArray());
    }

    private static GenericRecord header(Message event) {
        return (GenericRecord) event.getBody(GenericRecord.class).get("ChangeEventHeader");
    }

    private static List<String> strings(GenericRecord header, String list) {
        return ((List<?>) header.get(list)).stream().map(Object::toString).toList();
    }
}
