package org.camelforce.salesforcecc.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What both components have made of a call.
 *
 * @param operationCase the call
 * @param upstream the outcome with {@code salesforce:}
 * @param ours the outcome with {@code salesforce-cc:}
 */
record Comparison(OperationCase operationCase, Outcome upstream, Outcome ours) {

    /** The parts that differ. */
    Set<String> differences() {
        return upstream.differences(ours);
    }

    /** Makes each call once. The cases of a list share two orgs, and so run in its order. */
    static final class Runner {

        private static final int ATTEMPTS = 3;

        private final List<List<OperationCase>> lists = OperationCases.lists();
        private final Map<OperationCase, Comparison> made = new HashMap<>();

        List<OperationCase> cases() {
            return lists.stream().flatMap(List::stream).toList();
        }

        Comparison of(OperationCase operationCase) throws Exception {
            for (List<OperationCase> list : lists) {
                if (!made.containsKey(operationCase) && list.contains(operationCase)) {
                    run(list);
                }
            }
            return made.get(operationCase);
        }

        private void run(List<OperationCase> list) throws Exception {
            List<Outcome> upstream = patiently(list);
            List<Outcome> ours = outcomes(ParityOrg.component(), list);
            for (int i = 0; i < list.size(); i++) {
                made.put(list.get(i), new Comparison(list.get(i), upstream.get(i), ours.get(i)));
            }
        }

        /** Upstream's consumers can miss an event that comes right after their subscription. */
        private static List<Outcome> patiently(List<OperationCase> list) throws Exception {
            for (int attempt = 1; ; attempt++) {
                try {
                    return outcomes(ParityOrg.upstream(), list);
                } catch (ConditionTimeoutException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        private static List<Outcome> outcomes(ParityOrg org, List<OperationCase> list) throws Exception {
            try (org) {
                List<Outcome> outcomes = new ArrayList<>();
                for (OperationCase next : list) {
                    outcomes.add(org.outcome(next));
                }
                return outcomes;
            }
        }
    }
}
