package org.camelforce.salesforcecc.reliability.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camelforce.salesforcecc.reliability.history.Effect;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/**
 * An event may come again because of a subscription that began after the event had been delivered, if the event was
 * behind the last position written before whatever ended the subscription before; or because the org delivered a batch
 * twice. A consumer may have some delivered events in flight that its route has not got yet.
 */
final class DuplicateCheck implements Check {

    /** As many events as can be in a consumer's hands, and in the batch that follows. */
    private static final int IN_FLIGHT = 300;

    private static final Set<HistoryEvent> ENDS_SUBSCRIPTIONS = EnumSet.of(
            HistoryEvent.KILLED,
            HistoryEvent.HALTED,
            HistoryEvent.STOPPING,
            HistoryEvent.ENDED,
            HistoryEvent.SESSIONS_ENDED,
            HistoryEvent.OUTAGE_BEGAN);

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        return new Search(facts).anomalies();
    }

    private static final class Search {

        private final HistoryIndex facts;
        /** For each subscription, where the one before it ended at the earliest. */
        private final NavigableMap<Integer, Integer> subscriptions = new TreeMap<>();

        private final Map<String, Integer> publishedAt = new HashMap<>();
        private final int[] receivedBefore;
        private final NavigableSet<Integer> repeats = new TreeSet<>();
        private final Map<String, Integer> lastReceived = new HashMap<>();
        private final Map<String, Integer> rankOfFirst = new HashMap<>();
        private final NavigableMap<Integer, Integer> rankAt = new TreeMap<>();

        Search(HistoryIndex facts) {
            this.facts = facts;
            this.receivedBefore = new int[facts.entries().size() + 1];
            int end = -1;
            for (int line = 0; line < facts.entries().size(); line++) {
                Entry entry = facts.entries().get(line);
                receivedBefore[line + 1] = receivedBefore[line] + (entry.what() == HistoryEvent.RECEIVED ? 1 : 0);
                if (entry.what() == HistoryEvent.PUBLISHED) {
                    publishedAt.put(entry.subject(), line);
                }
                if (entry.what() == HistoryEvent.SUBSCRIBED) {
                    subscriptions.put(line, end < 0 ? line : end);
                    end = -1;
                } else if (end < 0 && endsSubscription(entry)) {
                    end = line;
                } else if (Effect.REPEATS.struckIn(entry)) {
                    repeats.add(line);
                }
            }
        }

        List<Anomaly> anomalies() {
            List<Anomaly> anomalies = new ArrayList<>();
            for (int line = 0; line < facts.entries().size(); line++) {
                Entry entry = facts.entries().get(line);
                if (entry.what() != HistoryEvent.RECEIVED) {
                    continue;
                }
                Integer before = lastReceived.put(entry.subject(), line);
                if (before == null) {
                    rankOfFirst.put(entry.subject(), rankOfFirst.size());
                    rankAt.put(line, rankOfFirst.size());
                } else if (!isResumed(entry, before, line) && !isRepeated(entry, before, line)) {
                    String text = "event " + entry.subject() + " with number " + entry.detail() + " came at line "
                            + (before + 1) + " and again; position " + facts.committedBefore(line);
                    anomalies.add(new Anomaly(Anomaly.Kind.UNEXPLAINED_DUPLICATE, line, text));
                }
            }
            return anomalies;
        }

        private boolean isResumed(Entry event, int before, int again) {
            Long number = facts.published().get(event.subject());
            if (number == null) {
                return false;
            }
            int published = publishedAt.getOrDefault(event.subject(), before);
            return subscriptions.subMap(published, false, again, false).entrySet().stream()
                    .filter(subscription -> receivedBefore[before] - receivedBefore[subscription.getKey()] < IN_FLIGHT)
                    .map(subscription -> facts.committedBefore(subscription.getValue()))
                    .anyMatch(position -> position.isEmpty() || position.getAsLong() < number);
        }

        private boolean isRepeated(Entry event, int before, int again) {
            Integer repeat = repeats.lower(before);
            if (repeat == null || subscriptions.lowerKey(again) > repeat) {
                return false;
            }
            Map.Entry<Integer, Integer> known = rankAt.lowerEntry(repeat);
            int rank = rankOfFirst.getOrDefault(event.subject(), 0);
            return rank - (known == null ? 0 : known.getValue()) < IN_FLIGHT;
        }

        private static boolean endsSubscription(Entry entry) {
            return ENDS_SUBSCRIPTIONS.contains(entry.what())
                    || Effect.ENDS_SESSIONS.struckIn(entry)
                    || Effect.REJECTS_TOKEN.struckIn(entry)
                    || Effect.BREAKS.struckIn(entry);
        }
    }
}
