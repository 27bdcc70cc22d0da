package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.Error;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.camelforce.salesforcecc.simulator.internal.streaming.InvalidReplayIdException;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ManagedSubscribe} RPC. It starts where the subscription has been committed last; commits are answered one
 * by one, and a commit that fails does not end the stream (Pub/Sub API guide, "ManagedSubscribe RPC Method").
 */
final class ManagedStream extends DeliveringStream<DynamicMessage, DynamicMessage> {

    private static final int COMMIT_ERROR = 2;

    private final InMemoryManagedSubscriptions subscriptions;
    private InMemoryManagedSubscriptions.@Nullable Entry entry;

    ManagedStream(
            PubSubContext context,
            RpcCall rpc,
            StreamObserver<DynamicMessage> answers,
            InMemoryManagedSubscriptions subscriptions) {
        super(context, rpc, answers);
        this.subscriptions = subscriptions;
    }

    @Override
    void accept(DynamicMessage request) {
        int requested = ManagedMessages.number(request, "num_requested");
        if (requested < 0) {
            throw PubSubError.MANAGED_REQUESTED_EVENTS.in(rpc().id());
        }
        boolean commits = ManagedMessages.has(request, "commit_replay_id_request");
        Delivery running = delivery();
        if (running == null) {
            if (commits) {
                throw PubSubError.MANAGED_COMMIT_RESTRICTED.in(rpc().id());
            }
            running = begin(start(find(request)));
        } else if (commits) {
            commit(ManagedMessages.message(request, "commit_replay_id_request"), running);
        }
        running.request(requested);
        running.deliver();
    }

    private InMemoryManagedSubscriptions.Entry find(DynamicMessage request) {
        String id = ManagedMessages.text(request, "subscription_id");
        String name = ManagedMessages.text(request, "developer_name");
        if (id.isEmpty() == name.isEmpty()) {
            throw PubSubError.MANAGED_NO_NAME.in(rpc().id());
        }
        Optional<InMemoryManagedSubscriptions.Entry> found =
                id.isEmpty() ? subscriptions.byName(name) : subscriptions.byId(id);
        PubSubError missing = id.isEmpty() ? PubSubError.MANAGED_NAME_NOT_FOUND : PubSubError.MANAGED_ID_NOT_FOUND;
        return found.orElseThrow(() -> missing.in(rpc().id()));
    }

    private Delivery start(InMemoryManagedSubscriptions.Entry found) {
        if (!subscriptions.isRunning(found)) {
            throw PubSubError.MANAGED_STOPPED.in(rpc().id());
        }
        Topic topic = context.topics().require(found.definition.topicName(), rpc().id());
        if (!subscriptions.activate(found)) {
            throw PubSubError.MANAGED_ALREADY_ACTIVE.in(rpc().id());
        }
        entry = found;
        return new Delivery(context, rpc().id(), this, topic.name(), position(found, topic));
    }

    private long position(InMemoryManagedSubscriptions.Entry found, Topic topic) {
        EventLog log = context.org().log();
        OptionalLong committed = subscriptions.committed(found);
        ManagedSubscriptions.Definition.Replay replay = found.definition.defaultReplay();
        if (committed.isPresent()) {
            try {
                return log.resume(committed.getAsLong());
            } catch (InvalidReplayIdException e) {
                replay = found.definition.errorRecoveryReplay();
            }
        }
        return log.position(
                topic.name(),
                replay == ManagedSubscriptions.Definition.Replay.EARLIEST ? EventLog.ALL_RETAINED : EventLog.NEW_ONLY);
    }

    private void commit(Message request, Delivery running) {
        ByteString replayId = ManagedMessages.bytes(request, "replay_id");
        DynamicMessage.Builder answer = DynamicMessage.newBuilder(ManagedMessages.COMMITTED);
        ManagedMessages.set(answer, "commit_request_id", ManagedMessages.text(request, "commit_request_id"));
        ManagedMessages.set(answer, "replay_id", replayId);
        ManagedMessages.set(
                answer, "process_time", context.org().time().instant().toEpochMilli());
        String failure = commit(replayId, running);
        if (!failure.isEmpty()) {
            ManagedMessages.set(
                    answer,
                    "error",
                    Error.newBuilder()
                            .setCodeValue(COMMIT_ERROR)
                            .setMsg(failure)
                            .build());
        }
        DynamicMessage.Builder response = response(ReplayIds.bytes(running.position()), running.pending());
        ManagedMessages.set(response, "commit_response", answer.build());
        answer(response.build());
    }

    /** @return why it failed, empty if it did not */
    private String commit(ByteString replayId, Delivery running) {
        InMemoryManagedSubscriptions.Entry own = entry;
        if (replayId.isEmpty()) {
            return "The Replay ID is missing.";
        }
        long position;
        try {
            position = ReplayIds.position(replayId, context.org().log(), rpc().id());
        } catch (StatusRuntimeException e) {
            return "The Replay ID is invalid or outside of the retention window.";
        }
        if (position > running.position()) {
            return "The event has not been delivered yet.";
        }
        return own != null && subscriptions.commit(own, position)
                ? ""
                : "The Replay ID is older than the one committed before.";
    }

    @Override
    public void send(List<ConsumerEvent> events, ByteString latestReplayId, int pending) {
        DynamicMessage.Builder response = response(latestReplayId, pending);
        ManagedMessages.set(response, "events", events);
        answer(response.build());
    }

    private DynamicMessage.Builder response(ByteString latestReplayId, int pending) {
        DynamicMessage.Builder response = DynamicMessage.newBuilder(ManagedMessages.RESPONSE);
        ManagedMessages.set(response, "latest_replay_id", latestReplayId);
        ManagedMessages.set(response, "rpc_id", rpc().id());
        ManagedMessages.set(response, "pending_num_requested", pending);
        return response;
    }

    @Override
    public void tick(Instant now) {
        InMemoryManagedSubscriptions.Entry own = entry;
        if (own != null && !subscriptions.isRunning(own)) {
            fail(PubSubError.MANAGED_STOPPED.in(rpc().id()));
            return;
        }
        super.tick(now);
    }

    @Override
    void closed() {
        InMemoryManagedSubscriptions.Entry own = entry;
        if (own != null) {
            subscriptions.deactivate(own);
        }
        super.closed();
    }
}
