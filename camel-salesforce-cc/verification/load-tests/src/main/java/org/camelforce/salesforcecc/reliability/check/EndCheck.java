package org.camelforce.salesforcecc.reliability.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** The consumer catches up in time after healing, and no process ends that was not told to. */
final class EndCheck implements Check {

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        List<Anomaly> anomalies = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int line = 0; line < facts.entries().size(); line++) {
            Entry entry = facts.entries().get(line);
            if (entry.what() == HistoryEvent.STOPPING) {
                told.add(entry.subject());
            } else if (entry.what() == HistoryEvent.ENDED && !told.contains(entry.subject())) {
                String text = "process " + entry.subject() + " ended by itself with exit code " + entry.detail();
                anomalies.add(new Anomaly(Anomaly.Kind.DIED, line, text));
            } else if (entry.what() == HistoryEvent.LATE) {
                String text = "events were outstanding " + entry.subject() + " ms after healing";
                anomalies.add(new Anomaly(Anomaly.Kind.LATE, line, text));
            }
        }
        if (facts.count(HistoryEvent.CAUGHT_UP) == 0 && facts.count(HistoryEvent.LATE) == 0) {
            anomalies.add(new Anomaly(
                    Anomaly.Kind.LATE, facts.entries().size() - 1, "nothing tells that the consumer has caught up"));
        }
        return anomalies;
    }
}
