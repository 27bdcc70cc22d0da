package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.time.Instant;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.jspecify.annotations.Nullable;

/** The pair before the current one. Guarded by the lock of {@link InMemoryRotation}. */
final class PreviousConsumer {

    private final ConsumerDetails pair;
    private final Instant until;
    private final RotationBehavior behavior;
    private final @Nullable StagedCredentials entry;
    private long requests;

    PreviousConsumer(
            ConsumerDetails pair, Instant until, RotationBehavior behavior, @Nullable StagedCredentials entry) {
        this.pair = pair;
        this.until = until;
        this.behavior = behavior;
        this.entry = entry;
    }

    ConsumerDetails pair() {
        return pair;
    }

    Instant until() {
        return until;
    }

    @Nullable
    StagedCredentials entry() {
        return entry;
    }

    RotationBehavior.Honoured nextHonoured() {
        return behavior.honoured(requests++);
    }
}
