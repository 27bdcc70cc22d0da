package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.salesforce.eventbus.protobuf.Error;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import io.grpc.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.text.OutsideText;

/**
 * {@code ManagedSubscribe} of Salesforce's current pubsub_api.proto, which camel-salesforce's copy does not have, by
 * field numbers. Its response is a {@code FetchResponse} with one field more.
 */
final class ManagedMessages {

    static final MethodDescriptor<UnknownFieldSet, FetchResponse> METHOD =
            MethodDescriptor.<UnknownFieldSet, FetchResponse>newBuilder()
                    .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
                    .setFullMethodName("eventbus.v1.PubSub/ManagedSubscribe")
                    .setRequestMarshaller(new RequestMarshaller())
                    .setResponseMarshaller(PubSubGrpc.getSubscribeMethod().getResponseMarshaller())
                    .build();

    private static final int SUBSCRIPTION_ID = 1;
    private static final int DEVELOPER_NAME = 2;
    private static final int NUM_REQUESTED = 3;
    private static final int COMMIT_REQUEST = 5;

    private static final int COMMIT_RESPONSE = 5;

    private static final int COMMIT_REQUEST_ID = 1;
    private static final int REPLAY_ID = 2;
    private static final int ERROR = 3;

    /** Answer to a commit; the error is empty if there was none. */
    record CommitAnswer(String requestId, String error) {}

    private ManagedMessages() {}

    static UnknownFieldSet first(boolean byId, String subscription, int events) {
        return more(events).toBuilder()
                .addField(byId ? SUBSCRIPTION_ID : DEVELOPER_NAME, text(subscription))
                .build();
    }

    static UnknownFieldSet more(int events) {
        return UnknownFieldSet.newBuilder()
                .addField(NUM_REQUESTED, Field.newBuilder().addVarint(events).build())
                .build();
    }

    static UnknownFieldSet commit(String requestId, byte[] replayId) {
        UnknownFieldSet commit = UnknownFieldSet.newBuilder()
                .addField(COMMIT_REQUEST_ID, text(requestId))
                .addField(REPLAY_ID, bytes(ByteString.copyFrom(replayId)))
                .build();
        return UnknownFieldSet.newBuilder()
                .addField(COMMIT_REQUEST, bytes(commit.toByteString()))
                .build();
    }

    /** @return the answer to a commit that the response has, empty if it has none */
    static Optional<CommitAnswer> commitAnswer(FetchResponse response) throws InvalidProtocolBufferException {
        List<ByteString> found =
                response.getUnknownFields().getField(COMMIT_RESPONSE).getLengthDelimitedList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        UnknownFieldSet answer = UnknownFieldSet.parseFrom(found.get(found.size() - 1));
        List<ByteString> error = answer.getField(ERROR).getLengthDelimitedList();
        return Optional.of(new CommitAnswer(
                last(answer.getField(COMMIT_REQUEST_ID).getLengthDelimitedList())
                        .toStringUtf8(),
                error.isEmpty() ? "" : describe(Error.parseFrom(last(error)))));
    }

    private static String describe(Error error) {
        return error.getCode() + ", " + OutsideText.said(error.getMsg());
    }

    private static ByteString last(List<ByteString> values) {
        return values.isEmpty() ? ByteString.EMPTY : values.get(values.size() - 1);
    }

    private static Field text(String value) {
        return bytes(ByteString.copyFromUtf8(value));
    }

    private static Field bytes(ByteString value) {
        return Field.newBuilder().addLengthDelimited(value).build();
    }

    private static final class RequestMarshaller implements MethodDescriptor.Marshaller<UnknownFieldSet> {

        @Override
        public InputStream stream(UnknownFieldSet request) {
            return request.toByteString().newInput();
        }

        @Override
        public UnknownFieldSet parse(InputStream bytes) {
            try {
                return UnknownFieldSet.parseFrom(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
