package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.salesforce.eventbus.protobuf.PubSubProto;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;

/**
 * The messages of {@code ManagedSubscribe}, which camel-salesforce's copy of {@code pubsub_api.proto} does not have;
 * names and numbers are those of Salesforce's current file.
 */
final class ManagedMessages {

    private static final String PACKAGE = "eventbus.v1";
    private static final FileDescriptor FILE = build();

    static final Descriptor REQUEST = FILE.findMessageTypeByName("ManagedFetchRequest");
    static final Descriptor RESPONSE = FILE.findMessageTypeByName("ManagedFetchResponse");
    static final Descriptor COMMIT = FILE.findMessageTypeByName("CommitReplayRequest");
    static final Descriptor COMMITTED = FILE.findMessageTypeByName("CommitReplayResponse");

    static final MethodDescriptor<DynamicMessage, DynamicMessage> METHOD =
            MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                    .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                    .setFullMethodName(PACKAGE + ".PubSub/ManagedSubscribe")
                    .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(REQUEST)))
                    .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(RESPONSE)))
                    .build();

    private ManagedMessages() {}

    static String text(Message message, String field) {
        return (String) value(message, field);
    }

    static int number(Message message, String field) {
        return (Integer) value(message, field);
    }

    static ByteString bytes(Message message, String field) {
        return (ByteString) value(message, field);
    }

    static boolean has(Message message, String field) {
        return message.hasField(message.getDescriptorForType().findFieldByName(field));
    }

    static Message message(Message message, String field) {
        return (Message) value(message, field);
    }

    static void set(Message.Builder message, String field, Object value) {
        message.setField(message.getDescriptorForType().findFieldByName(field), value);
    }

    private static Object value(Message message, String field) {
        return message.getField(message.getDescriptorForType().findFieldByName(field));
    }

    private static FileDescriptor build() {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("managed_subscribe.proto")
                .setPackage(PACKAGE)
                .setSyntax("proto3")
                .addDependency(PubSubProto.getDescriptor().getName())
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("CommitReplayRequest")
                        .addField(field(1, "commit_request_id", Type.TYPE_STRING))
                        .addField(field(2, "replay_id", Type.TYPE_BYTES)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("CommitReplayResponse")
                        .addField(field(1, "commit_request_id", Type.TYPE_STRING))
                        .addField(field(2, "replay_id", Type.TYPE_BYTES))
                        .addField(message(3, "error", "Error"))
                        .addField(field(4, "process_time", Type.TYPE_INT64)))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("ManagedFetchRequest")
                        .addField(field(1, "subscription_id", Type.TYPE_STRING))
                        .addField(field(2, "developer_name", Type.TYPE_STRING))
                        .addField(field(3, "num_requested", Type.TYPE_INT32))
                        .addField(field(4, "auth_refresh", Type.TYPE_STRING))
                        .addField(message(5, "commit_replay_id_request", "CommitReplayRequest")))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("ManagedFetchResponse")
                        .addField(message(1, "events", "ConsumerEvent").setLabel(Label.LABEL_REPEATED))
                        .addField(field(2, "latest_replay_id", Type.TYPE_BYTES))
                        .addField(field(3, "rpc_id", Type.TYPE_STRING))
                        .addField(field(4, "pending_num_requested", Type.TYPE_INT32))
                        .addField(message(5, "commit_response", "CommitReplayResponse")))
                .build();
        try {
            return FileDescriptor.buildFrom(file, new FileDescriptor[] {PubSubProto.getDescriptor()});
        } catch (Descriptors.DescriptorValidationException e) {
            throw new IllegalStateException("this description is a constant", e);
        }
    }

    private static FieldDescriptorProto.Builder field(int number, String name, Type type) {
        return FieldDescriptorProto.newBuilder()
                .setNumber(number)
                .setName(name)
                .setType(type)
                .setLabel(Label.LABEL_OPTIONAL);
    }

    private static FieldDescriptorProto.Builder message(int number, String name, String type) {
        return field(number, name, Type.TYPE_MESSAGE).setTypeName("." + PACKAGE + "." + type);
    }
}
