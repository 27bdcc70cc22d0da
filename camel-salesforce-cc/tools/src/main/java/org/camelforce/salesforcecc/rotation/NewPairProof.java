package org.camelforce.salesforcecc.rotation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;

/**
 * Logs in with the new pair after the rotation, again and again until the rotation has reached all of Salesforce's
 * servers: for up to ten minutes Salesforce may deny either pair (Salesforce Help, "Rotate Consumer Details", of
 * Connected Apps).
 */
final class NewPairProof {

    private final PairLogin logins;
    private final RestAccess access;
    private final RotationPlan plan;
    private final StepLog log;

    NewPairProof(PairLogin logins, RestAccess access, RotationPlan plan, StepLog log) {
        this.logins = logins;
        this.access = access;
        this.plan = plan;
        this.log = log;
    }

    /** The token of the login that succeeds serves as the last resort of the requests to come. */
    void run(ClientCredentials next) throws RotationException {
        Duration left = plan.gracePeriod();
        for (int attempt = 1; ; attempt++) {
            try {
                AccessToken token = logins.prove(next);
                access.addFallback(() -> CompletableFuture.completedFuture(token));
                log.add(Kind.NEW_PAIR_PROVED, "at attempt " + attempt);
                return;
            } catch (LoginException e) {
                left = left.minus(plan.retryDelay());
                if (left.isNegative() || !PairLogin.mayPass(e, left)) {
                    throw new RotationException(
                            RotationFailure.NEW_PAIR_DENIED,
                            "The new pair, " + PairFingerprint.of(next) + ", could not log in at " + attempt
                                    + " attempts",
                            e);
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
                    RotationFailure.NEW_PAIR_DENIED,
                    "Interrupted while waiting until Salesforce accepts the new pair",
                    e);
        }
    }
}
