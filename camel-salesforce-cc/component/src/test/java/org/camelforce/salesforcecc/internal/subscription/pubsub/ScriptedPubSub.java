package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.camelforce.salesforcecc.test.support.TestTls;

/** A Pub/Sub API that takes every token, and of which a test says what it answers. */
final class ScriptedPubSub implements AutoCloseable {

    static final Schema SCHEMA = SchemaBuilder.record("Order__e")
            .namespace("com.sforce.eventbus")
            .fields()
            .requiredString("Number__c")
            .endRecord();

    final BlockingQueue<FetchRequest> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<StreamObserver<FetchResponse>> streams = new LinkedBlockingQueue<>();
    final BlockingQueue<UnknownFieldSet> managedRequests = new LinkedBlockingQueue<>();
    final BlockingQueue<StreamObserver<FetchResponse>> managedStreams = new LinkedBlockingQueue<>();
    final BlockingQueue<Metadata> headers = new LinkedBlockingQueue<>();
    final BlockingQueue<PublishRequest> published = new LinkedBlockingQueue<>();
    final AtomicInteger topicQuestions = new AtomicInteger();
    final AtomicInteger schemaQuestions = new AtomicInteger();
    final AtomicInteger connections = new AtomicInteger();

    volatile Answer<SchemaRequest, SchemaInfo> onSchema = (request, answer) -> reply(
            answer,
            SchemaInfo.newBuilder()
                    .setSchemaId(request.getSchemaId())
                    .setSchemaJson(SCHEMA.toString())
                    .build());
    volatile String schemaIdOfTopic = "schema-1";
    volatile Answer<TopicRequest, TopicInfo> onTopic = (request, answer) -> reply(answer, topic(request));
    volatile Answer<PublishRequest, PublishResponse> onPublish = (request, answer) -> reply(
            answer,
            PublishResponse.newBuilder().addResults(PublishResult.newBuilder()).build());

    private final EventLoopGroup network = new NioEventLoopGroup(1);
    private final Server server;

    /** What is done with a question. */
    interface Answer<Q, A> {
        void to(Q question, StreamObserver<A> answer);
    }

    ScriptedPubSub() throws IOException {
        this(Integer.MAX_VALUE);
    }

    /** @param maxCalls how many calls a connection may carry at once; clients keep further ones to themselves */
    ScriptedPubSub(int maxCalls) throws IOException {
        ServerServiceDefinition known = new Service().bindService();
        ServerServiceDefinition.Builder all =
                ServerServiceDefinition.builder(known.getServiceDescriptor().getName());
        known.getMethods().forEach(all::addMethod);
        all.addMethod(ManagedMessages.METHOD, ServerCalls.asyncBidiStreamingCall(answers -> {
            managedStreams.add(answers);
            return recording(managedRequests);
        }));
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(tls())
                .bossEventLoopGroup(network)
                .workerEventLoopGroup(network)
                .channelType(NioServerSocketChannel.class)
                .directExecutor()
                .maxInboundMessageSize(16 * 1024 * 1024)
                .maxConcurrentCallsPerConnection(maxCalls)
                .addTransportFilter(new Connections())
                .intercept(new Headers())
                .addService(all.build())
                .build()
                .start();
    }

    int port() {
        return server.getPort();
    }

    FetchRequest nextRequest() throws InterruptedException {
        return next(requests);
    }

    StreamObserver<FetchResponse> nextStream() throws InterruptedException {
        return next(streams);
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    static <A> void reply(StreamObserver<A> answer, A value) {
        answer.onNext(value);
        answer.onCompleted();
    }

    /** A response with orders; the position of each is its number. */
    static FetchResponse orders(String... numbers) {
        return orders(SCHEMA, "schema-1", numbers);
    }

    /** A response with an order whose number is long. */
    static FetchResponse order(String position, String number) {
        return FetchResponse.newBuilder()
                .addEvents(ConsumerEvent.newBuilder()
                        .setReplayId(ByteString.copyFromUtf8(position))
                        .setEvent(ProducerEvent.newBuilder()
                                .setId("id-" + position)
                                .setSchemaId("schema-1")
                                .setPayload(payload(SCHEMA, number))))
                .build();
    }

    static FetchResponse orders(Schema schema, String schemaId, String... numbers) {
        FetchResponse.Builder response = FetchResponse.newBuilder().setRpcId("rpc");
        for (String number : numbers) {
            response.addEvents(ConsumerEvent.newBuilder()
                    .setReplayId(ByteString.copyFromUtf8(number))
                    .setEvent(ProducerEvent.newBuilder()
                            .setId("id-" + number)
                            .setSchemaId(schemaId)
                            .setPayload(payload(schema, number))));
            response.setLatestReplayId(ByteString.copyFromUtf8(number));
        }
        return response.build();
    }

    static ByteString payload(Schema schema, String number) {
        GenericRecord order =
                new GenericRecordBuilder(schema).set("Number__c", number).build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(schema).write(order, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        network.shutdownGracefully(0, 10, TimeUnit.SECONDS).await(10_000);
    }

    private static <Q> StreamObserver<Q> recording(BlockingQueue<Q> queue) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Q request) {
                queue.add(request);
            }

            @Override
            public void onError(Throwable cancelled) {}

            @Override
            public void onCompleted() {}
        };
    }

    private static JdkSslContext tls() {
        return new JdkSslContext(
                TestTls.server(),
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        "h2"),
                ClientAuth.NONE,
                null,
                false);
    }

    private TopicInfo topic(TopicRequest request) {
        return TopicInfo.newBuilder()
                .setTopicName(request.getTopicName())
                .setSchemaId(schemaIdOfTopic)
                .setCanPublish(true)
                .setCanSubscribe(true)
                .build();
    }

    private final class Connections extends ServerTransportFilter {

        @Override
        public Attributes transportReady(Attributes attributes) {
            connections.incrementAndGet();
            return attributes;
        }

        @Override
        public void transportTerminated(Attributes attributes) {
            connections.decrementAndGet();
        }
    }

    private final class Service extends PubSubGrpc.PubSubImplBase {

        @Override
        public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> answers) {
            streams.add(answers);
            return recording(requests);
        }

        @Override
        public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
            topicQuestions.incrementAndGet();
            onTopic.to(request, answer);
        }

        @Override
        public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> answer) {
            schemaQuestions.incrementAndGet();
            onSchema.to(request, answer);
        }

        @Override
        public void publish(PublishRequest request, StreamObserver<PublishResponse> answer) {
            published.add(request);
            onPublish.to(request, answer);
        }
    }

    private final class Headers implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata sent, ServerCallHandler<Q, A> next) {
            headers.add(sent);
            return next.startCall(call, sent);
        }
    }
}
