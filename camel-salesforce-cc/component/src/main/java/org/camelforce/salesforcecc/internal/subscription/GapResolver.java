package org.camelforce.salesforcecc.internal.subscription;

import java.time.Instant;
import java.util.function.Consumer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.ReplayGap;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policy where to go on when Salesforce does not have the position any more, on a thread that may block. On
 * the subscription's thread only.
 */
final class GapResolver {

    private final SubscriptionSetup setup;
    private final SubscriptionRuntime runtime;
    private final StateGuard steps;

    /** What the policy says, on the subscription's thread. */
    interface Outcome {

        void goOn(ReplayGap gap, StartingPoint decision);

        void giveUp(ReplayGap gap, Exception failure);
    }

    GapResolver(SubscriptionSetup setup, SubscriptionRuntime runtime, StateGuard steps) {
        this.setup = setup;
        this.runtime = runtime;
        this.steps = steps;
    }

    void ask(ReplayId rejected, @Nullable Instant reachedAt, StreamEnd end, Outcome outcome) {
        ReplayGap gap = new ReplayGap(
                setup.id(), rejected, reachedAt, runtime.time().wallClock().instant(), end.text());
        Consumer<StartingPoint> go = steps.back(decision -> tell(gap, end, decision, outcome), late -> {});
        Consumer<Exception> fail = steps.back(failure -> outcome.giveUp(gap, failure), late -> {});
        runtime.callouts().execute(() -> setup.decide(gap, go, fail));
    }

    private static void tell(ReplayGap gap, StreamEnd end, StartingPoint decision, Outcome outcome) {
        if (decision.equals(new StartingPoint.After(gap.position()))) {
            outcome.giveUp(
                    gap,
                    new SalesforceException(
                            "Salesforce rejects the subscription to "
                                    + gap.subscription().channel() + ": " + end.text()
                                    + ". The position to fall back to is rejected as well.",
                            end.cause()));
        } else {
            outcome.goOn(gap, decision);
        }
    }
}
