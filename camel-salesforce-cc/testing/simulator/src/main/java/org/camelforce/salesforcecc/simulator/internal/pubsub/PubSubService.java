package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/** The RPCs, on the one thread of the Pub/Sub API. */
final class PubSubService extends PubSubGrpc.PubSubImplBase {

    private final PubSubContext context;
    private final Publishing publishing;

    PubSubService(PubSubContext context) {
        this.context = context;
        publishing = new Publishing(context);
    }

    @Override
    public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answers) {
        answer(answers, rpc -> {
            Topic topic = context.topics().require(request.getTopicName(), rpc.id());
            String schemaId =
                    context.schemas().ofType(topic.type()).map(EventSchema::id).orElse("");
            return TopicInfo.newBuilder()
                    .setTopicName(topic.name())
                    .setTenantGuid(context.org().id())
                    .setCanPublish(topic.canPublish())
                    .setCanSubscribe(true)
                    .setSchemaId(schemaId)
                    .setRpcId(rpc.id())
                    .build();
        });
    }

    @Override
    public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> answers) {
        answer(answers, rpc -> {
            if (request.getSchemaId().isBlank()) {
                throw PubSubError.NO_SCHEMA.in(rpc.id());
            }
            EventSchema schema = context.schemas()
                    .byId(request.getSchemaId())
                    .orElseThrow(() -> PubSubError.SCHEMA_NOT_FOUND.in(rpc.id(), request.getSchemaId()));
            return SchemaInfo.newBuilder()
                    .setSchemaId(schema.id())
                    .setSchemaJson(schema.json())
                    .setRpcId(rpc.id())
                    .build();
        });
    }

    @Override
    public void publish(PublishRequest request, StreamObserver<PublishResponse> answers) {
        answer(answers, rpc -> publishing.publish(request.getTopicName(), request, rpc));
    }

    @Override
    public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> answers) {
        SubscribeStream stream = new SubscribeStream(context, RpcCall.current(), answers);
        stream.register();
        return stream;
    }

    @Override
    public StreamObserver<PublishRequest> publishStream(StreamObserver<PublishResponse> answers) {
        PublishingStream stream = new PublishingStream(context, RpcCall.current(), answers, publishing);
        stream.register();
        return stream;
    }

    private static <A> void answer(StreamObserver<A> answers, Function<RpcCall, A> work) {
        try {
            answers.onNext(work.apply(RpcCall.current()));
            answers.onCompleted();
        } catch (StatusRuntimeException e) {
            answers.onError(e);
        }
    }
}
