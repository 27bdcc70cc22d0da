package org.camelforce.salesforcecc.reliability.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** Writes a history line by line, beginning with one that is confirmed. The event with id n has number 10 n. */
final class HistoryBuilder {

    private final List<Entry> entries = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    static HistoryBuilder confirmed() {
        return new HistoryBuilder()
                .add(1, HistoryEvent.STARTED, Entry.NONE, "")
                .add(0, HistoryEvent.LOGIN, Entry.NONE, "")
                .add(0, HistoryEvent.SUBSCRIBED, "COMETD_SUBSCRIBE", "")
                .add(0, HistoryEvent.CONFIRMED, Entry.NONE, "");
    }

    HistoryBuilder add(int process, HistoryEvent what, Object subject, String detail) {
        entries.add(new Entry(now, process, what, subject.toString(), detail));
        return this;
    }

    HistoryBuilder after(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    HistoryBuilder healthy() {
        return add(1, HistoryEvent.HEALTH_UP, Entry.NONE, "");
    }

    HistoryBuilder unhealthy() {
        return add(1, HistoryEvent.HEALTH_DOWN, "salesforce-cc:proof", "No stream for 60 s");
    }

    HistoryBuilder published(int... ids) {
        for (int id : ids) {
            add(0, HistoryEvent.PUBLISHED, id, Integer.toString(10 * id));
        }
        return this;
    }

    HistoryBuilder received(int id) {
        return add(1, HistoryEvent.RECEIVED, id, Integer.toString(10 * id));
    }

    HistoryBuilder routed(int... ids) {
        for (int id : ids) {
            received(id);
            add(1, HistoryEvent.ROUTED, id, "");
        }
        return this;
    }

    HistoryBuilder committed(int id) {
        add(1, HistoryEvent.COMMITTING, 10 * id, "");
        return add(1, HistoryEvent.COMMITTED, 10 * id, "");
    }

    HistoryBuilder subscribed() {
        return add(0, HistoryEvent.SUBSCRIBED, "COMETD_SUBSCRIBE", "");
    }

    HistoryBuilder struck(String effect) {
        return add(0, HistoryEvent.STRUCK, "COMETD_CONNECT", effect + " Fault");
    }

    HistoryBuilder login() {
        return add(0, HistoryEvent.LOGIN, Entry.NONE, "");
    }

    Verdict judged() {
        return judged(true);
    }

    Verdict judged(boolean caughtUp) {
        if (caughtUp) {
            add(0, HistoryEvent.HEALED, Entry.NONE, "");
            add(0, HistoryEvent.CAUGHT_UP, 17, "");
        }
        return new Checker().judge(entries);
    }
}
