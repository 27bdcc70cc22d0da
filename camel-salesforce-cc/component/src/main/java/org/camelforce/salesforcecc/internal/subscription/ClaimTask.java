package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.token.TokenEntry;

/** Reads a subscription's position from its store, on a thread that may block. On the subscription's thread only. */
final class ClaimTask {

    private final SubscriptionId id;
    private final SubscriptionRuntime runtime;
    private final PositionClaimer opening;
    private final StateGuard steps;
    private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

    /** What a claim leads to, on the subscription's thread. */
    interface Outcome {

        void claimed(PositionClaimer.Claimed claimed);

        void fatal(Exception failure);

        void failed(StreamEnd end);
    }

    /**
     * @param setup which subscription
     * @param source gets the org ready
     * @param store has the position
     * @param start yields the position of a new subscription
     * @param runtime has the threads that may block
     * @param steps get the outcome
     */
    ClaimTask(
            SubscriptionSetup setup,
            EventSource source,
            ReplayStore store,
            NextStart start,
            SubscriptionRuntime runtime,
            StateGuard steps) {
        this.id = setup.id();
        this.runtime = runtime;
        this.opening =
                new PositionClaimer(source, store, id, setup.numbers(), start::toBeStored, () -> runtime.releases()
                        .areUnderWay(setup.id()));
        this.steps = steps;
    }

    /** A claim that comes too late, because the subscription has been moved on, is given back. */
    void begin(TokenEntry token, Outcome outcome) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<?> former = underWay;
        if (!former.isDone()) {
            // it comes too late now, and holds the position until it has been given back
            runtime.releases().begin(id, former);
        }
        underWay = CompletableFuture.allOf(former, over);
        Consumer<PositionClaimer.Outcome> back = steps.back(
                found -> {
                    over.complete(null);
                    tell(found, outcome);
                },
                late -> giveBack(late, over));
        try {
            runtime.blocking().execute(() -> back.accept(opening.open(token.token())));
        } catch (RejectedExecutionException e) {
            back.accept(new PositionClaimer.Failed(e));
        }
    }

    /** On this thread if there is no other one any more: otherwise nobody could have the position. */
    private void giveBack(PositionClaimer.Outcome late, CompletableFuture<Void> over) {
        Runnable giving = () -> {
            PositionClaimer.discard(late);
            over.complete(null);
        };
        try {
            runtime.blocking().execute(giving);
        } catch (RejectedExecutionException e) {
            giving.run();
        }
    }

    /** Completes when nothing is under way, and what came too late has been given back. */
    CompletableFuture<?> over() {
        return underWay;
    }

    private static void tell(PositionClaimer.Outcome found, Outcome outcome) {
        if (found instanceof PositionClaimer.Claimed claimed) {
            outcome.claimed(claimed);
        } else if (found instanceof PositionClaimer.Fatal fatal) {
            outcome.fatal(fatal.failure());
        } else if (found instanceof PositionClaimer.Failed failed) {
            outcome.failed(
                    StreamEnd.of(StreamEnd.Kind.INTERRUPTED, failed.failure().toString(), failed.failure()));
        }
    }
}
