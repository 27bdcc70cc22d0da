package org.camelforce.salesforcecc.reliability.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** How long it takes from the death of one node to the first event of another. */
public final class Takeover {

    private Takeover() {}

    /**
     * @param history a history in which nodes are killed
     * @return the times, one for each node that was killed and followed by another
     */
    public static List<Duration> of(List<Entry> history) {
        List<Duration> times = new ArrayList<>();
        Entry killed = null;
        for (Entry entry : history) {
            if (entry.what() == HistoryEvent.KILLED) {
                killed = entry;
            } else if (killed != null
                    && entry.what() == HistoryEvent.ROUTED
                    && entry.process() != Integer.parseInt(killed.subject())) {
                times.add(Duration.between(killed.at(), entry.at()));
                killed = null;
            }
        }
        return times;
    }
}
