package org.camelforce.salesforcecc.rotation;

import java.util.List;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.camelforce.salesforcecc.rotation.RotationStep.Kind;

/** Everything that can be known before anything is changed. */
final class RotationChecks {

    private final RestAccess access;
    private final CredentialsApi api;
    private final ConsumerLookup lookup;
    private final PairLogin logins;
    private final StepLog log;

    RotationChecks(RestAccess access, CredentialsApi api, ConsumerLookup lookup, PairLogin logins, StepLog log) {
        this.access = access;
        this.api = api;
        this.lookup = lookup;
        this.logins = logins;
        this.log = log;
    }

    /** Reads what there is, and changes nothing. */
    Findings run() throws RotationException {
        log.add(Kind.LOGGED_IN, "at " + access.token().instanceUrl());
        LocatedConsumer consumer = lookup.find();
        log.add(Kind.APP_FOUND, "app " + consumer.appId() + ", consumer " + consumer.consumerId());
        ClientCredentials current = api.current(consumer);
        log.add(Kind.CURRENT_PAIR_READ, PairFingerprint.of(current).toString());
        List<StagedPair> staged = api.staged(consumer);
        log.add(Kind.STAGED_PAIRS_READ, describe(staged));
        prove(current);
        return new Findings(consumer, current, staged);
    }

    private void prove(ClientCredentials current) throws RotationException {
        try {
            logins.prove(current);
            log.add(Kind.CURRENT_PAIR_PROVED, "");
        } catch (LoginException e) {
            throw new RotationException(
                    RotationFailure.CURRENT_PAIR_DENIED,
                    "The current pair, " + PairFingerprint.of(current) + ", cannot log in",
                    e);
        }
    }

    private static String describe(List<StagedPair> staged) {
        return staged.isEmpty()
                ? "none"
                : staged.stream()
                        .map(pair -> pair.state() + " " + pair.id() + " with " + PairFingerprint.of(pair.credentials()))
                        .collect(Collectors.joining(", "));
    }

    /**
     * What the checks have found.
     *
     * @param consumer which consumer is to be rotated
     * @param current its current pair
     * @param staged the pairs that are staged, in any state
     */
    record Findings(LocatedConsumer consumer, ClientCredentials current, List<StagedPair> staged) {}
}
