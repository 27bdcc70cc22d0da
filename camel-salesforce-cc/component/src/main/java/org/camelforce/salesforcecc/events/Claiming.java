package org.camelforce.salesforcecc.events;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.events.stream.StreamEnd;
import org.camelforce.salesforcecc.token.TokenEntry;

/** Reads a subscription's position from its store, on a thread that may block. On the subscription's thread only. */
final class Claiming {

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

    Claiming(SubscriptionRuntime runtime, PositionOpening opening, Steps steps) {
        this.runtime = runtime;
        this.opening = opening;
        this.steps = steps;
    }

    /** A claim that comes too late, because the subscription has been moved on, is given back. */
    void begin(TokenEntry token, Outcome outcome) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        underWay = over;
        Consumer<PositionOpening.Outcome> back = steps.back(
                found -> tell(found, outcome), late -> runtime.blocking().execute(() -> PositionOpening.discard(late)));
        runtime.blocking().execute(() -> {
            back.accept(opening.open(token.token()));
            over.complete(null);
        });
    }

    /** Completes when nothing is under way. */
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
