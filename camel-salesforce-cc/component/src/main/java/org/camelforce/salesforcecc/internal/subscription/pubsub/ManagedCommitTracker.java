package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.salesforce.eventbus.protobuf.FetchResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.internal.subscription.pubsub.ManagedMessages.CommitAnswer;
import org.jspecify.annotations.Nullable;

/** The commits of one stream and their answers. Safe for use by several threads. */
final class ManagedCommitTracker implements StreamWatch {

    private final AtomicLong requests = new AtomicLong();
    private final ConcurrentNavigableMap<Long, CompletableFuture<CommitAnswer>> waiting = new ConcurrentSkipListMap<>();
    private volatile @Nullable FetchStream<UnknownFieldSet> stream;
    private volatile boolean over;

    /** Must be called before the stream is used. */
    void connect(FetchStream<UnknownFieldSet> itsStream) {
        stream = itsStream;
    }

    /** @return the answer; fails if the stream is not open or ends before */
    CompletableFuture<CommitAnswer> commit(byte[] replayId) {
        long id = requests.incrementAndGet();
        CompletableFuture<CommitAnswer> answer = new CompletableFuture<>();
        FetchStream<UnknownFieldSet> open = stream;
        if (open == null) {
            fail(answer);
            return answer;
        }
        waiting.put(id, answer);
        open.send(ManagedMessages.commit(Long.toString(id), replayId), () -> fail(answer));
        if (over) {
            fail(answer);
        }
        return answer.whenComplete((any, failure) -> waiting.remove(id));
    }

    /**
     * Several commits can have one answer, that of the last of them (pubsub_api.proto, "CommitReplayResponse"); it
     * stands for those before it as well.
     */
    @Override
    public boolean answered(FetchResponse response) {
        try {
            Optional<CommitAnswer> answer = ManagedMessages.commitAnswer(response);
            answer.ifPresent(this::complete);
            return answer.isPresent();
        } catch (InvalidProtocolBufferException | NumberFormatException e) {
            waiting.values().forEach(asked -> asked.completeExceptionally(e));
            return true;
        }
    }

    @Override
    public void over() {
        over = true;
        waiting.values().forEach(ManagedCommitTracker::fail);
    }

    private void complete(CommitAnswer answer) {
        long last = Long.parseLong(answer.requestId());
        waiting.headMap(last, true).values().forEach(asked -> asked.complete(answer));
    }

    private static void fail(CompletableFuture<CommitAnswer> answer) {
        answer.completeExceptionally(new IllegalStateException("the stream is not open"));
    }
}
