package org.camelforce.salesforcecc.rotation;

import java.time.Duration;
import java.util.Set;
import org.camelforce.salesforcecc.auth.ClientCredentials;

/**
 * Reads which pair is the current one, patiently: after a rotation whose answer was lost, that is worth waiting for,
 * while Salesforce does not answer, or denies every login because the rotation has not reached all of its servers.
 */
final class CurrentPair {

    private static final Set<RotationFailure> PASSING =
            Set.of(RotationFailure.UNAVAILABLE, RotationFailure.LOGIN_FAILED, RotationFailure.SESSION_REJECTED);

    private final CredentialsApi api;
    private final LocatedConsumer consumer;
    private final RotationPlan plan;

    CurrentPair(CredentialsApi api, LocatedConsumer consumer, RotationPlan plan) {
        this.api = api;
        this.consumer = consumer;
        this.plan = plan;
    }

    ClientCredentials read() throws RotationException {
        Duration left = plan.gracePeriod();
        while (true) {
            try {
                return api.current(consumer);
            } catch (RotationException e) {
                left = left.minus(plan.retryDelay());
                if (left.isNegative() || !PASSING.contains(e.failure())) {
                    throw e;
                }
            }
            pause();
        }
    }

    private void pause() throws RotationException {
        try {
            plan.pause().pause(plan.retryDelay());
        } catch (InterruptedException e) {
            throw new RotationException(
                    RotationFailure.INTERRUPTED, "Waiting to read the current pair was interrupted", e);
        }
    }
}
