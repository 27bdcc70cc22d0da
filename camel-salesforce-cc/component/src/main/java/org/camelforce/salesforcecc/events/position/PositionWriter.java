package org.camelforce.salesforcecc.events.position;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one position to its claim as it moves: one write at a time, as the policy says, and again after a failure.
 * Safe for use by several threads; nothing but the writing thread ever waits for the store.
 */
public final class PositionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final PositionClaim claim;
    private final Supplier<Optional<ReplayId>> position;
    private final CommitPolicy policy;
    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Executor writer;
    private final Consumer<PositionTakenException> onTaken;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private @Nullable ReplayId written;
    private boolean moved;
    private int eventsPending;
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
     * @param onTaken hears, once, that another owner has the position; nothing is written after that
     */
    public PositionWriter(
            PositionClaim claim,
            Supplier<Optional<ReplayId>> position,
            CommitPolicy policy,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            Executor writer,
            Consumer<PositionTakenException> onTaken) {
        this.claim = claim;
        this.position = position;
        this.policy = policy;
        this.clock = clock;
        this.scheduler = scheduler;
        this.writer = writer;
        this.onTaken = onTaken;
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
     * Writes what is left, once, and gives the claim free.
     *
     * @return completes when that is done; exceptionally if the last position could not be written, which costs
     *     duplicates, no events
     */
    public synchronized CompletableFuture<Void> close() {
        if (!closing) {
            closing = true;
            if (!writing) {
                write();
            }
        }
        return closed.copy();
    }

    private void awaitInterval() {
        if (!timed) {
            timed = true;
            later(policy.interval());
        }
    }

    private void later(Duration delay) {
        try {
            scheduler.schedule(this::due, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: what is left is written when the subscription is closed");
        }
    }

    private synchronized void due() {
        timed = false;
        failing = false;
        policyIsDue = true;
        if (!writing && !closing && moved) {
            write();
        }
    }

    private void write() {
        writing = true;
        try {
            writer.execute(this::writeUntilDone);
        } catch (RejectedExecutionException e) {
            writing = false;
            closed.completeExceptionally(e);
        }
    }

    private void writeUntilDone() {
        while (take()) {
            Optional<ReplayId> next = position.get();
            if (next.isEmpty() || Objects.equals(next.get(), written)) {
                continue;
            }
            try {
                claim.commit(new StoredPosition(next.get(), clock.instant()));
                written = next.get();
            } catch (PositionTakenException e) {
                taken(e);
                return;
            } catch (IOException | RuntimeException e) {
                failed(e);
                return;
            }
        }
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
            writing = false;
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

    private void failed(Exception failure) {
        synchronized (this) {
            writing = false;
            if (!closing) {
                LOG.warn(
                        "The position is not written and will be again in {} s: {}",
                        RETRY.toSeconds(),
                        failure.toString());
                moved = true;
                failing = true;
                later(RETRY);
                return;
            }
        }
        free(failure);
    }

    private void taken(PositionTakenException taken) {
        boolean first;
        synchronized (this) {
            writing = false;
            first = !closing;
            closing = true;
        }
        free(taken);
        if (first) {
            onTaken.accept(taken);
        }
    }

    private void free(@Nullable Exception failure) {
        Exception outcome = failure;
        try {
            claim.close();
        } catch (IOException | RuntimeException e) {
            if (outcome == null) {
                outcome = e;
            } else {
                outcome.addSuppressed(e);
            }
        }
        if (outcome == null) {
            closed.complete(null);
        } else {
            closed.completeExceptionally(outcome);
        }
    }
}
