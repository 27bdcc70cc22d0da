package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** How many nodes the longest chain of references of a graph has. */
final class GraphDepth {

    private static final Pattern REFERENCE = Pattern.compile("@\\{([^.\\[}]*)");

    private GraphDepth() {}

    static int of(List<CompositePart> parts) {
        Map<String, Integer> depths = new HashMap<>();
        int deepest = 0;
        for (CompositePart part : parts) {
            int depth = 1;
            for (String reference : references(part)) {
                depth = Math.max(depth, 1 + depths.getOrDefault(reference, 0));
            }
            if (depths.put(part.referenceId(), depth) != null) {
                throw new ApiException(
                        400,
                        "INVALID_INPUT",
                        "Provided referenceId ('" + part.referenceId() + "') is not unique in its graph",
                        "referenceId");
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static Set<String> references(CompositePart part) {
        Set<String> references = new HashSet<>();
        Matcher matcher =
                REFERENCE.matcher(part.subrequest().url() + part.subrequest().body());
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }
}
