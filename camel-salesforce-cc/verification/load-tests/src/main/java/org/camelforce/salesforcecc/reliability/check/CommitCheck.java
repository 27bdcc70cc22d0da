package org.camelforce.salesforcecc.reliability.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** A position is written when every owed event up to it has been routed, and never back. */
final class CommitCheck implements Check {

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        List<Anomaly> anomalies = new ArrayList<>();
        NavigableMap<Long, HistoryIndex.Owed> waiting = new TreeMap<>(facts.owed());
        Set<String> reported = new HashSet<>();
        long highest = Long.MIN_VALUE;
        for (int line = 0; line < facts.entries().size(); line++) {
            Entry entry = facts.entries().get(line);
            if (entry.what() == HistoryEvent.ROUTED) {
                Long number = facts.published().get(entry.subject());
                if (number != null) {
                    waiting.remove(number);
                }
            } else if (entry.what() == HistoryEvent.COMMITTING || entry.what() == HistoryEvent.COMMITTED) {
                long position = entry.number();
                Map.Entry<Long, HistoryIndex.Owed> first = waiting.firstEntry();
                if (first != null && first.getKey() <= position && reported.add(entry.subject())) {
                    String text = "position " + position + " while event "
                            + first.getValue().id() + " with number " + first.getKey() + " had not been routed";
                    anomalies.add(new Anomaly(Anomaly.Kind.COMMIT_AHEAD, line, text));
                }
                if (entry.what() == HistoryEvent.COMMITTED && position < highest) {
                    String text = "position " + position + " after " + highest;
                    anomalies.add(new Anomaly(Anomaly.Kind.MOVED_BACK, line, text));
                }
                highest = entry.what() == HistoryEvent.COMMITTED ? Math.max(highest, position) : highest;
            }
        }
        return anomalies;
    }
}
