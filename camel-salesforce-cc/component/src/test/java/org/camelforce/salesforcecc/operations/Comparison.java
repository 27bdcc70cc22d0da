package org.camelforce.salesforcecc.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            try (ParityOrg upstream = ParityOrg.upstream();
                    ParityOrg ours = ParityOrg.component()) {
                for (OperationCase next : list) {
                    made.put(next, new Comparison(next, upstream.outcome(next), ours.outcome(next)));
                }
            }
        }
    }
}
