package org.camelforce.salesforcecc.internal.subscription.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.camelforce.salesforcecc.internal.threads.Backoff;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.PositionKey;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PositionWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PositionKey KEY = new PositionKey("00D000000000001AAA", "/event/Order__e", "orders");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final Queue<Runnable> writes = new ArrayDeque<>();
    private final RecordingClaim claim = new RecordingClaim();
    private final RecordingListener listener = new RecordingListener();
    private long at;
    private boolean noThread;
    private final PositionWriter writer = new PositionWriter(
            claim,
            () -> at == 0 ? Optional.empty() : Optional.of(ReplayId.ofNumber(at)),
            new CommitPolicy(3, Duration.ofSeconds(1)),
            () -> NOW,
            scheduler,
            work -> {
                if (noThread) {
                    throw new RejectedExecutionException("no thread");
                }
                writes.add(work);
            },
            new Backoff(2_000, 3_600_000, Jitter.LEAST),
            listener);

    @Test
    void movedWhenTheIntervalIsOverThenThePositionOfThatMomentIsWritten() {
        moveTo(11);
        moveTo(12);
        scheduler.advance(Duration.ofMillis(999));
        runWrites();
        assertThat(claim.written).isEmpty();

        scheduler.advance(Duration.ofMillis(1));
        runWrites();

        assertThat(claim.written).containsExactly(12L);
        assertThat(listener.committed).containsExactly(new StoredPosition(ReplayId.ofNumber(12), NOW));
    }

    @Test
    void movedWhenTheBatchIsFullThenWrittenAtOnce() {
        moveTo(11);
        moveTo(12);
        moveTo(13);
        runWrites();

        assertThat(claim.written).containsExactly(13L);
    }

    @Test
    void movedWhileOneWriteIsUnderWayThenWrittenTogetherNext() {
        claim.during = () -> {
            claim.during = null;
            for (int i = 21; i <= 27; i++) {
                moveTo(i);
            }
        };
        at = 13;
        writer.moved(3);
        runWrites();

        assertThat(claim.written).containsExactly(13L, 27L);
    }

    @Test
    void movedWhenThePositionIsTheSameThenNotWrittenAgain() {
        at = 13;
        writer.moved(3);
        runWrites();
        writer.moved(3);
        runWrites();

        assertThat(claim.written).containsExactly(13L);
    }

    @Test
    void movedWhenTheStoreFailsThenTriedAgainUntilItSucceeds() {
        claim.failures = 2;
        at = 13;
        writer.moved(3);
        runWrites();
        scheduler.advance(Duration.ofSeconds(2));
        runWrites();
        assertThat(claim.written).isEmpty();
        assertThat(listener.failed).hasSize(2);

        scheduler.advance(Duration.ofSeconds(4));
        runWrites();

        assertThat(claim.written).containsExactly(13L);
    }

    @Test
    void movedWhenTheStoreFailsThenTheRouteIsNotMadeToWaitAndNoWriteQueuesUp() {
        claim.failures = 1;
        at = 13;
        writer.moved(3);
        runWrites();
        for (int i = 0; i < 100; i++) {
            writer.moved(1);
        }

        assertThat(writes).isEmpty();
    }

    @Test
    void movedWhenTheStoreThrowsAnErrorThenTriedAgain() {
        claim.during = () -> {
            claim.during = null;
            throw new NoClassDefFoundError("a driver of another version");
        };
        at = 13;
        writer.moved(3);
        runWrites();
        assertThat(listener.failed).hasSize(1);

        at = 14;
        scheduler.advance(Duration.ofSeconds(2));
        runWrites();

        assertThat(claim.written).endsWith(14L);
    }

    @Test
    void movedWhenNoThreadTakesTheWriteThenTriedAgain() {
        noThread = true;
        at = 13;
        writer.moved(3);
        noThread = false;
        scheduler.advance(Duration.ofSeconds(2));
        runWrites();

        assertThat(claim.written).containsExactly(13L);
    }

    @Test
    void movedWhenTheSchedulerTakesNothingThenWrittenWithoutTheInterval() {
        scheduler.shutdownNow();
        moveTo(11);
        runWrites();
        moveTo(12);
        runWrites();

        assertThat(claim.written).containsExactly(11L, 12L);
    }

    @Test
    void movedWhenTheStoreFailsAndTheSchedulerTakesNothingThenTriedAgainWithTheNextMove() {
        scheduler.shutdownNow();
        claim.failures = 1;
        moveTo(11);
        runWrites();
        moveTo(12);
        runWrites();

        assertThat(claim.written).containsExactly(12L);
    }

    @Test
    void movedWhenAnotherOwnerHasThePositionThenSaidOnceAndNothingMoreIsWritten() {
        claim.taken = true;
        at = 13;
        writer.moved(3);
        runWrites();
        at = 14;
        writer.moved(3);
        scheduler.advance(Duration.ofMinutes(1));
        runWrites();

        assertThat(listener.taken).hasSize(1);
        assertThat(claim.written).isEmpty();
        assertThat(claim.closed).isEqualTo(1);
    }

    @Test
    void flushWhenThereIsSomethingToWriteThenWrittenWithoutWaiting() {
        moveTo(11);
        CompletableFuture<Void> flushed = writer.flush();
        assertThat(flushed).isNotDone();

        runWrites();

        assertThat(flushed).isCompleted();
        assertThat(claim.written).containsExactly(11L);
    }

    @Test
    void flushWhenTheStoreFailsThenOverAllTheSame() {
        claim.failures = 1;
        moveTo(11);
        CompletableFuture<Void> flushed = writer.flush();
        runWrites();

        assertThat(flushed).isCompleted();
    }

    @Test
    void flushWhenThereIsNothingToWriteThenOver() {
        assertThat(writer.flush()).isCompleted();
    }

    @Test
    void closeWhenThereIsSomethingLeftThenWrittenBeforeTheClaimIsFree() {
        moveTo(11);
        CompletableFuture<Void> closed = writer.close();
        assertThat(closed).isNotDone();

        runWrites();

        assertThat(closed).isCompleted();
        assertThat(claim.log).containsExactly("11", "closed");
    }

    @Test
    void closeWhenNothingIsLeftThenTheClaimIsFree() {
        CompletableFuture<Void> closed = writer.close();
        runWrites();

        assertThat(closed).isCompleted();
        assertThat(claim.log).containsExactly("closed");
    }

    @Test
    void closeWhenTheLastWriteFailsThenSaidAndTheClaimIsFree() {
        claim.failures = 1;
        moveTo(11);
        CompletableFuture<Void> closed = writer.close();
        runWrites();

        assertThat(closed).isCompletedExceptionally();
        assertThat(claim.closed).isEqualTo(1);
    }

    @Test
    void closeWhenSaidTwiceThenTheClaimIsClosedOnce() {
        writer.close();
        writer.close();
        runWrites();

        assertThat(claim.closed).isEqualTo(1);
    }

    private void moveTo(long position) {
        at = position;
        writer.moved(1);
    }

    private void runWrites() {
        for (Runnable write = writes.poll(); write != null; write = writes.poll()) {
            write.run();
        }
    }

    private static final class RecordingClaim implements PositionClaim {

        private final List<Long> written = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private int failures;
        private int closed;
        private boolean taken;
        private @Nullable Runnable during;

        @Override
        public Optional<StoredPosition> found() {
            return Optional.empty();
        }

        @Override
        public void commit(StoredPosition position) throws IOException {
            if (taken) {
                throw new PositionAlreadyClaimedException(KEY, "another node");
            }
            if (failures > 0) {
                failures--;
                throw new IOException("disk full");
            }
            written.add(position.replayId().number());
            log.add(String.valueOf(position.replayId().number()));
            if (during != null) {
                during.run();
            }
        }

        @Override
        public void close() {
            closed++;
            log.add("closed");
        }
    }

    private static final class RecordingListener implements PositionWriter.Listener {

        private final List<StoredPosition> committed = new ArrayList<>();
        private final List<Exception> failed = new ArrayList<>();
        private final List<PositionAlreadyClaimedException> taken = new ArrayList<>();

        @Override
        public void committed(StoredPosition position) {
            committed.add(position);
        }

        @Override
        public void failed(Exception failure) {
            failed.add(failure);
        }

        @Override
        public void taken(PositionAlreadyClaimedException exception) {
            taken.add(exception);
        }
    }
}
