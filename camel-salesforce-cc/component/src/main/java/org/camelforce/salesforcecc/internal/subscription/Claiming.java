package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.token.TokenEntry;

/** Reads a subscription's position from its store, on a thread that may block. On the subscription's thread only. */
final class Claiming {

    private final SubscriptionId id;
    private final SubscriptionRuntime runtime;
    private final PositionOpening opening;
    private final Steps steps;
    private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

    /** What a claim leads to, on the subscription's thread. */
    interface Outcome {

        void claimed(PositionOpening.Claimed claimed);

        void refused(Exception refusal);

        void failed(StreamEnd end);
    }

    Claiming(SubscriptionId id, SubscriptionRuntime runtime, PositionOpening opening, Steps steps) {
        this.id = id;
        this.runtime = runtime;
        this.opening = opening;
        this.steps = steps;
    }

    /** A claim that comes too late, because the subscription has been moved on, is given back. */
    void begin(TokenEntry token, Outcome outcome) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<?> former = underWay;
        if (!former.isDone()) {
            // it comes too late now, and has the position in hand until it has been given back
            runtime.releases().begin(id, former);
        }
        underWay = CompletableFuture.allOf(former, over);
        Consumer<PositionOpening.Outcome> back = steps.back(
                found -> {
                    over.complete(null);
                    tell(found, outcome);
                },
                late -> giveBack(late, over));
        try {
            runtime.blocking().execute(() -> back.accept(opening.open(token.token())));
        } catch (RejectedExecutionException e) {
            back.accept(new PositionOpening.Failed(e));
        }
    }

    /** On this thread if there is no other one any more: otherwise nobody could have the position. */
    private void giveBack(PositionOpening.Outcome late, CompletableFuture<Void> over) {
        Runnable giving = () -> {
            PositionOpening.discard(late);
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

    private static void tell(PositionOpening.Outcome found, Outcome outcome) {
        if (found instanceof PositionOpening.Claimed claimed) {
            outcome.claimed(claimed);
        } else if (found instanceof PositionOpening.Refused refused) {
            outcome.refused(refused.refusal());
        } else if (found instanceof PositionOpening.Failed failed) {
            outcome.failed(StreamEnd.of(StreamEnd.Kind.FAILED, failed.failure().toString(), failed.failure()));
        }
    }
}
