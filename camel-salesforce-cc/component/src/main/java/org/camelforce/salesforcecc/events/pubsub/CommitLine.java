package org.camelforce.salesforcecc.events.pubsub;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.salesforce.eventbus.protobuf.FetchResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.events.pubsub.ManagedMessages.CommitAnswer;
import org.jspecify.annotations.Nullable;

/** The commits of one stream and their answers. Safe for use by several threads. */
final class CommitLine implements StreamWatch {

    private final AtomicLong requests = new AtomicLong();
    private final Map<String, CompletableFuture<CommitAnswer>> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable FetchStream<UnknownFieldSet> stream;
    private volatile boolean over;

    /** Must be called before the stream is used. */
    void connect(FetchStream<UnknownFieldSet> itsStream) {
        stream = itsStream;
    }

    /** @return the answer; fails if the stream is not open or ends before */
    CompletableFuture<CommitAnswer> commit(byte[] replayId) {
        String id = Long.toString(requests.incrementAndGet());
        CompletableFuture<CommitAnswer> answer = new CompletableFuture<>();
        FetchStream<UnknownFieldSet> open = stream;
        if (open == null) {
            fail(answer);
            return answer;
        }
        waiting.put(id, answer);
        open.send(ManagedMessages.commit(id, replayId), () -> fail(answer));
        if (over) {
            fail(answer);
        }
        return answer.whenComplete((any, failure) -> waiting.remove(id));
    }

    @Override
    public void answered(FetchResponse response) {
        try {
            ManagedMessages.commitAnswer(response).ifPresent(answer -> {
                CompletableFuture<CommitAnswer> asked = waiting.get(answer.requestId());
                if (asked != null) {
                    asked.complete(answer);
                }
            });
        } catch (InvalidProtocolBufferException e) {
            waiting.values().forEach(asked -> asked.completeExceptionally(e));
        }
    }

    @Override
    public void over() {
        over = true;
        waiting.values().forEach(CommitLine::fail);
    }

    private static void fail(CompletableFuture<CommitAnswer> answer) {
        answer.completeExceptionally(new IllegalStateException("the stream is not open"));
    }
}
