package org.camelforce.salesforcecc.internal.subscription.position;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.threads.Backoff;
import org.camelforce.salesforcecc.replay.PositionAlreadyClaimedException;
import org.camelforce.salesforcecc.replay.PositionClaim;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one position to its claim as it moves: one write at a time, as the policy says, and again after a failure.
 * Safe for use by several threads; nothing but the writing thread ever waits for the store.
 */
public final class PositionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);

    /** Is told of what is written. Must not block. */
    public interface Listener {

        /** @param position has been written */
        void committed(StoredPosition position);

        /** @param failure why a position was not written; it is tried again */
        void failed(Exception failure);

        /** @param taken another owner has the position; said once, and nothing is written after that */
        void taken(PositionAlreadyClaimedException taken);
    }

    private final PositionClaim claim;
    private final Supplier<Optional<ReplayId>> position;
    private final CommitPolicy policy;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Executor writer;
    private final Backoff pauses;
    private final Listener listener;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private CompletableFuture<Void> flushed = new CompletableFuture<>();
    private @Nullable ReplayId written;
    private boolean moved;
    private int eventsPending;
    private @Nullable Future<?> timer;
    private long ticket;
    private boolean timed;
    private boolean policyIsDue;
    private boolean writing;
    private boolean failing;
    private boolean closing;

    /**
     * @param claim where to write; closed by {@link #close}
     * @param position the position to write, asked for at the time of the write; empty if there is none yet
     * @param policy when to write
     * @param clock stamps positions
     * @param scheduler for the policy's interval and for the next attempt after a failure; never blocked
     * @param writer runs the writes; may be shared
     * @param pauses between a failure and the next attempt
     * @param listener is told of every attempt, on the writing thread
     */
    public PositionWriter(
            PositionClaim claim,
            Supplier<Optional<ReplayId>> position,
            CommitPolicy policy,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            Executor writer,
            Backoff pauses,
            Listener listener) {
        this.claim = claim;
        this.position = position;
        this.policy = policy;
        this.clock = clock;
        this.scheduler = scheduler;
        this.writer = writer;
        this.pauses = pauses;
        this.listener = listener;
    }

    /**
     * The position may have moved.
     *
     * @param events how many events have become done with it
     */
    public synchronized void moved(int events) {
        if (closing) {
            return;
        }
        moved = true;
        eventsPending += events;
        if (writing || failing) {
            return;
        }
        if (eventsPending >= policy.batchSize()) {
            write();
        } else {
            awaitInterval();
        }
    }

    /**
     * Writes what there is to write without waiting for the policy's time.
     *
     * @return completes when that is done or has failed
     */
    public synchronized CompletableFuture<Void> flush() {
        if (closing || !writing && !moved) {
            return CompletableFuture.completedFuture(null);
        }
        policyIsDue = true;
        CompletableFuture<Void> over = flushed.copy();
        if (!writing && !write()) {
            return CompletableFuture.completedFuture(null);
        }
        return over;
    }

    /**
     * Writes what is left, once, and gives the claim free.
     *
     * @return completes when that is done; exceptionally if the last position could not be written, which costs
     *     duplicates, no events
     */
    public CompletableFuture<Void> close() {
        boolean left = false;
        synchronized (this) {
            if (!closing) {
                closing = true;
                dropTimer();
                left = !writing && !write();
            }
        }
        if (left) {
            free(new RejectedExecutionException("The last position is not written: its thread has ended"));
        }
        return closed.copy();
    }

    private void awaitInterval() {
        if (timed) {
            return;
        }
        timed = later(policy.interval());
        if (!timed) {
            policyIsDue = true;
            write();
        }
    }

    /**
     * Whether somebody will come back then. If not, the position moves on all the same. There is one timer at a time:
     * two would each have their own attempts while the store fails.
     */
    private boolean later(Duration delay) {
        dropTimer();
        long mine = ticket;
        try {
            timer = scheduler.schedule(() -> due(mine), delay.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.warn("No thread is free to write the next position; it is written as soon as the position moves");
            return false;
        }
    }

    private void dropTimer() {
        ticket++;
        timed = false;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private synchronized void due(long itsTicket) {
        if (itsTicket != ticket) {
            return;
        }
        timed = false;
        failing = false;
        policyIsDue = true;
        if (!writing && !closing && moved) {
            write();
        }
    }

    private boolean write() {
        writing = true;
        try {
            writer.execute(this::writeUntilDone);
            return true;
        } catch (RejectedExecutionException e) {
            writing = false;
            if (!closing && !failing) {
                LOG.warn("No thread is free to write a position, which is tried again");
                failing = later(pauses.next());
            }
            return false;
        }
    }

    private void writeUntilDone() {
        while (take()) {
            try {
                Optional<ReplayId> next = position.get();
                if (next.isPresent() && !Objects.equals(next.get(), written)) {
                    commit(next.get());
                }
            } catch (PositionAlreadyClaimedException e) {
                taken(e);
                return;
            } catch (IOException | RuntimeException e) {
                failed(e);
                return;
            } catch (Error e) {
                failed(new IOException("The store failed: " + e, e));
                return;
            }
        }
    }

    private void commit(ReplayId next) throws IOException {
        StoredPosition stored = new StoredPosition(next, clock.instant());
        claim.commit(stored);
        written = next;
        pauses.reset();
        listener.committed(stored);
    }

    /** Whether there is something to write now; if not, this thread is done. */
    private boolean take() {
        synchronized (this) {
            if (moved && (closing || policyIsDue || eventsPending >= policy.batchSize())) {
                moved = false;
                eventsPending = 0;
                policyIsDue = false;
                return true;
            }
            stopWriting();
            if (!closing) {
                if (moved) {
                    awaitInterval();
                }
                return false;
            }
        }
        free(null);
        return false;
    }

    private void stopWriting() {
        writing = false;
        flushed.complete(null);
        flushed = new CompletableFuture<>();
    }

    private void failed(Exception failure) {
        boolean last;
        synchronized (this) {
            stopWriting();
            last = closing;
            if (!last) {
                moved = true;
                failing = later(pauses.next());
            }
        }
        try {
            listener.failed(failure);
        } finally {
            if (last) {
                free(failure);
            }
        }
    }

    private void taken(PositionAlreadyClaimedException taken) {
        boolean first;
        synchronized (this) {
            stopWriting();
            first = !closing;
            closing = true;
        }
        free(taken);
        if (first) {
            listener.taken(taken);
        }
    }

    private void free(@Nullable Exception failure) {
        Exception outcome = failure;
        try {
            claim.close();
        } catch (IOException | RuntimeException e) {
            outcome = with(outcome, e);
        } catch (Error e) {
            outcome = with(outcome, new IOException("The claim cannot be closed: " + e, e));
        }
        if (outcome == null) {
            closed.complete(null);
        } else {
            closed.completeExceptionally(outcome);
        }
    }

    private static Exception with(@Nullable Exception former, Exception failure) {
        if (former == null) {
            return failure;
        }
        former.addSuppressed(failure);
        return former;
    }
}
