package org.camelforce.salesforcecc.examples.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What became of the orders.
 *
 * @param placed how many there were, numbered from 1
 * @param lines what the nodes did, in its order
 * @param kills the nodes that were killed
 */
record Outcome(int placed, List<Handled> lines, List<Kill> kills) {

    /** @return the orders that no node has processed */
    List<String> lost() {
        Set<String> done = new HashSet<>();
        lines.forEach(line -> done.add(line.order()));
        return IntStream.rangeClosed(1, placed)
                .mapToObj(Integer::toString)
                .filter(order -> !done.contains(order))
                .toList();
    }

    /** @return how many lines each node has written */
    Map<String, Integer> perNode() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        lines.forEach(line -> counts.merge(line.node(), 1, Integer::sum));
        return counts;
    }

    /** @return the lines of orders that had been processed before */
    List<Handled> again() {
        Set<String> done = new HashSet<>();
        return lines.stream().filter(line -> !done.add(line.order())).toList();
    }

    /** @return those that no kill explains: what comes again must have been processed after the last stored position */
    List<Handled> unexplained() {
        Set<String> open = new HashSet<>();
        kills.forEach(kill -> open.addAll(notStored(kill)));
        return again().stream().filter(line -> !open.contains(line.replayId())).toList();
    }

    /** @return from the kill to the first order that another node processed */
    Duration takeover(Kill kill) {
        return lines.stream()
                .filter(line -> !line.node().equals(kill.node()) && !line.at().isBefore(kill.at()))
                .findFirst()
                .map(line -> Duration.between(kill.at(), line.at()))
                .orElseThrow(() -> new IllegalStateException("No node went on after " + kill.node()));
    }

    /** @return the replay ids that a killed node had processed and not stored */
    private List<String> notStored(Kill kill) {
        List<String> ids = new ArrayList<>();
        for (Handled line : lines) {
            if (line.node().equals(kill.node())) {
                ids.add(line.replayId());
                if (line.replayId().equals(kill.position())) {
                    ids.clear();
                }
            }
        }
        return ids;
    }
}
