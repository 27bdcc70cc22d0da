package org.camelforce.salesforcecc.reliability.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** Every owed event is routed, and nothing that has not been published. */
final class Routing implements Check {

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        List<Anomaly> anomalies = new ArrayList<>();
        Set<String> routed = new HashSet<>();
        for (int line = 0; line < facts.entries().size(); line++) {
            Entry entry = facts.entries().get(line);
            if (entry.what() == HistoryEvent.ROUTED) {
                routed.add(entry.subject());
            }
            if (entry.what() == HistoryEvent.RECEIVED && !isPublished(entry, facts)) {
                String text = "event " + entry.subject() + " with number " + entry.detail() + " was never published";
                anomalies.add(new Anomaly(Anomaly.Kind.UNEXPECTED, line, text));
            }
        }
        facts.owed().forEach((number, event) -> {
            if (!routed.contains(event.id())) {
                String text = "event " + event.id() + " with number " + number + " was never routed";
                anomalies.add(new Anomaly(Anomaly.Kind.LOST, event.line(), text));
            }
        });
        return anomalies;
    }

    private static boolean isPublished(Entry received, HistoryIndex facts) {
        Long number = facts.published().get(received.subject());
        return number != null && number.toString().equals(received.detail());
    }
}
