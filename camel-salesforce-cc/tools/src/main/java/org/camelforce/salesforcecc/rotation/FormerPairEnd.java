package org.camelforce.salesforcecc.rotation;

import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.camelforce.salesforcecc.rotation.RotationChecks.Findings;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Ends the pair that was current before, by deleting the entry of the rotation. Salesforce does not document that this
 * ends it, so a login has to be denied.
 */
final class FormerPairEnd {

    private final CredentialsApi api;
    private final PairLogin logins;
    private final StepLog log;

    FormerPairEnd(CredentialsApi api, PairLogin logins, StepLog log) {
        this.api = api;
        this.logins = logins;
        this.log = log;
    }

    void run(Findings found) throws RotationException {
        for (StagedPair entry : api.staged(found.consumer())) {
            if (entry.isRotated() && isNew(entry, found)) {
                api.delete(found.consumer(), entry);
            }
        }
        String former = PairFingerprint.of(found.current()).toString();
        try {
            logins.prove(found.current());
        } catch (LoginException e) {
            if (PairLogin.isUnknownPair(e)) {
                log.add(Kind.FORMER_PAIR_ENDED, former);
                return;
            }
            throw alive(former, "might still be able to", e);
        }
        throw alive(former, "can still", null);
    }

    private static boolean isNew(StagedPair entry, Findings found) {
        return found.staged().stream().noneMatch(before -> RecordIds.isSame(before.id(), entry.id()));
    }

    private static RotationException alive(String former, String can, @Nullable LoginException cause) {
        return new RotationException(
                RotationFailure.FORMER_PAIR_ALIVE, "The former pair, " + former + ", " + can + " log in", cause);
    }
}
