package org.camelforce.salesforcecc.reliability.hunt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The findings of a round, few of each kind. Safe for use by several threads. */
final class FindingLog {

    private static final int MAX_OF_A_KIND = 3;

    private final RoundPlan plan;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Finding.Kind, Integer> counts = new EnumMap<>(Finding.Kind.class);

    FindingLog(RoundPlan plan) {
        this.plan = plan;
    }

    synchronized void add(Finding.Kind kind, String text) {
        int count = counts.merge(kind, 1, Integer::sum);
        if (count <= MAX_OF_A_KIND) {
            findings.add(new Finding(plan.seed(), kind, plan.toString(), text));
        }
    }

    synchronized List<Finding> all() {
        return List.copyOf(findings);
    }

    synchronized boolean isEmpty() {
        return findings.isEmpty();
    }
}
