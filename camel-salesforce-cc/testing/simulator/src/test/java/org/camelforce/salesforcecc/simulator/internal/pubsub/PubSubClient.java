package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** A client of the Pub/Sub API with the generated stubs, logged in as the Run As user. */
final class PubSubClient implements AutoCloseable {

    private final SalesforceSimulator org;
    final ManagedChannel channel;
    final Metadata headers = new Metadata();
    final String token;

    PubSubClient(SalesforceSimulator org) {
        this(
                org,
                NettyChannelBuilder.forAddress(org.getPubSubHost(), org.getPubSubPort())
                        .usePlaintext()
                        .build());
    }

    PubSubClient(SalesforceSimulator org, ManagedChannel channel) {
        this.org = org;
        this.channel = channel;
        token = logIn(org);
        header("accesstoken", token);
        header("instanceurl", org.getLoginUrl());
        header("tenantid", org.org().id());
    }

    static String logIn(SalesforceSimulator org) {
        return org.sessions()
                .open(
                        org.getClientId(),
                        org.org().user(org.app().runAsUsername().orElseThrow()).orElseThrow(),
                        "api",
                        Duration.ofHours(2))
                .orElseThrow()
                .token();
    }

    PubSubClient header(String name, String value) {
        Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
        headers.removeAll(key);
        headers.put(key, value);
        return this;
    }

    <S extends AbstractStub<S>> S with(S stub) {
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    PubSubGrpc.PubSubBlockingStub blocking() {
        return with(PubSubGrpc.newBlockingStub(channel)).withDeadlineAfter(20, TimeUnit.SECONDS);
    }

    PubSubGrpc.PubSubStub async() {
        return with(PubSubGrpc.newStub(channel));
    }

    String schemaId(String topic) {
        return blocking()
                .getTopic(TopicRequest.newBuilder().setTopicName(topic).build())
                .getSchemaId();
    }

    Schema schema(String schemaId) {
        return new Schema.Parser()
                .parse(blocking()
                        .getSchema(
                                SchemaRequest.newBuilder().setSchemaId(schemaId).build())
                        .getSchemaJson());
    }

    /** @return an order as a publisher sends it */
    ProducerEvent order(String id, String number) {
        String schemaId = schemaId(Orders.TOPIC);
        return ProducerEvent.newBuilder()
                .setId(id)
                .setSchemaId(schemaId)
                .setPayload(payload(
                        schema(schemaId),
                        Map.of("CreatedDate", 0L, "CreatedById", "", "Number__c", number, "Paid__c", false)))
                .build();
    }

    PublishResponse publish(ProducerEvent... events) {
        return blocking().publish(request(events));
    }

    static PublishRequest request(ProducerEvent... events) {
        return PublishRequest.newBuilder()
                .setTopicName(Orders.TOPIC)
                .addAllEvents(java.util.List.of(events))
                .build();
    }

    static ByteString payload(Schema schema, Map<String, Object> values) {
        GenericRecord record = new GenericData.Record(schema);
        values.forEach(record::put);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(out.toByteArray());
    }

    GenericRecord decode(ProducerEvent event) {
        try {
            return new GenericDatumReader<GenericRecord>(schema(event.getSchemaId()))
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(event.getPayload().toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Subscription subscribe(FetchRequest first) {
        Subscription subscription = new Subscription();
        subscription.requests = async().subscribe(subscription);
        subscription.requests.onNext(first);
        return subscription;
    }

    /** @return a subscription to new events, which the server has accepted */
    Subscription latest(String topic, int events) {
        int before = org.pubSubStreams();
        Subscription subscription = subscribe(topic, ReplayPreset.LATEST, events);
        Awaitility.await().until(() -> org.pubSubStreams() > before);
        return subscription;
    }

    Subscription subscribe(String topic, ReplayPreset preset, int events) {
        return subscribe(fetch(topic, preset, events).build());
    }

    Subscription resume(String topic, ByteString replayId) {
        return subscribe(
                fetch(topic, ReplayPreset.CUSTOM, 100).setReplayId(replayId).build());
    }

    static FetchRequest.Builder fetch(String topic, ReplayPreset preset, int events) {
        return FetchRequest.newBuilder()
                .setTopicName(topic)
                .setReplayPreset(preset)
                .setNumRequested(events);
    }

    static String errorCode(StatusRuntimeException error) {
        return trailer(error, "error-code");
    }

    static String trailer(StatusRuntimeException error, String name) {
        Metadata trailers = Status.trailersFromThrowable(error);
        return trailers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
