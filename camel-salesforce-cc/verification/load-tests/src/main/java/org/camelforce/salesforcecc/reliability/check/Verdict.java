package org.camelforce.salesforcecc.reliability.check;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a history proves.
 *
 * @param published events published
 * @param owed events published since the first subscription was confirmed
 * @param duplicates how often an event was routed again
 * @param processes how many consumers' processes there were
 * @param killed how many of them were killed
 * @param faults how many faults struck, ended sessions and outages included
 * @param logins requests for a token
 * @param loginBudget how many there were reasons for
 * @param lagMillis how long after healing the last owed event was routed; empty if not in time
 * @param anomalies what must not have happened and has
 */
public record Verdict(
        int published,
        int owed,
        int duplicates,
        int processes,
        int killed,
        int faults,
        int logins,
        long loginBudget,
        OptionalLong lagMillis,
        List<Anomaly> anomalies) {

    /** Copies the anomalies. */
    public Verdict {
        anomalies = List.copyOf(anomalies);
    }

    /**
     * @param kind a kind of anomaly
     * @return how many there are
     */
    public long count(Anomaly.Kind kind) {
        return anomalies.stream().filter(anomaly -> anomaly.kind() == kind).count();
    }

    /** @return whether nothing has happened that must not */
    public boolean isClean() {
        return anomalies.isEmpty();
    }
}
