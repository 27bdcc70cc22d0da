package org.camelforce.salesforcecc.reliability.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** A history, and what several checks ask it for. */
final class HistoryIndex {

    private final List<Entry> entries;
    private final Map<String, Long> published = new HashMap<>();
    private final NavigableMap<Long, Owed> owed = new TreeMap<>();
    private final NavigableMap<Integer, Long> commits = new TreeMap<>();

    HistoryIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        boolean confirmed = false;
        for (int line = 0; line < entries.size(); line++) {
            Entry entry = entries.get(line);
            if (entry.what() == HistoryEvent.CONFIRMED) {
                confirmed = true;
            } else if (entry.what() == HistoryEvent.PUBLISHED) {
                long number = Long.parseLong(entry.detail());
                published.put(entry.subject(), number);
                if (confirmed) {
                    owed.put(number, new Owed(entry.subject(), line));
                }
            } else if (entry.what() == HistoryEvent.COMMITTED) {
                commits.put(line, entry.number());
            }
        }
    }

    /** An event that must be routed, and where it was published. */
    record Owed(String id, int line) {}

    List<Entry> entries() {
        return entries;
    }

    /** The lines of one kind. */
    List<Integer> lines(HistoryEvent what) {
        List<Integer> lines = new ArrayList<>();
        for (int line = 0; line < entries.size(); line++) {
            if (entries.get(line).what() == what) {
                lines.add(line);
            }
        }
        return lines;
    }

    int count(HistoryEvent what) {
        return (int) entries.stream().filter(entry -> entry.what() == what).count();
    }

    /** Numbers of the published events by id. */
    Map<String, Long> published() {
        return published;
    }

    /** Owed events by number. */
    NavigableMap<Long, Owed> owed() {
        return owed;
    }

    /** The position that was the last one written before a line. */
    OptionalLong committedBefore(int line) {
        Map.Entry<Integer, Long> last = commits.lowerEntry(line);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.getValue());
    }
}
