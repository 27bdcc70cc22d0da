package org.camelforce.salesforcecc.reliability.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Health is not UP while owed events have not moved for longer than a check may take to notice, and not DOWN while
 * every event is routed soon after it was published.
 */
final class Health implements Check {

    /** A minute without a stream, and what a busy machine needs. */
    private static final Duration NOTICED = Duration.ofSeconds(75);

    /** The longest silence of a healthy stream, which is how long a silent stall can hide. */
    private static final Duration SILENCE = Duration.ofSeconds(315);

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String STALL = "StallStream";

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        return new Watch().over(facts.entries());
    }

    private static final class Watch {

        private final List<Anomaly> anomalies = new ArrayList<>();
        private final Map<String, Instant> owed = new LinkedHashMap<>();
        private boolean confirmed;
        private boolean silent;
        private boolean resubscribed;
        private @Nullable Instant upSince;
        private @Nullable Instant downSince;
        private Instant moved = Instant.MIN;
        private Instant soonSince = Instant.MIN;
        private boolean told;

        List<Anomaly> over(List<Entry> entries) {
            for (int line = 0; line < entries.size(); line++) {
                Entry entry = entries.get(line);
                judge(line, entry.at());
                take(entry);
            }
            return anomalies;
        }

        private void judge(int line, Instant now) {
            Instant oldest = owed.isEmpty() ? now : owed.values().iterator().next();
            if (Duration.between(oldest, now).compareTo(SOON) > 0) {
                soonSince = now;
            }
            Instant up = upSince;
            Instant down = downSince;
            Duration limit = silent ? SILENCE : NOTICED;
            if (told) {
                return;
            }
            if (up != null && Duration.between(latest(up, moved, oldest), now).compareTo(limit) > 0) {
                tell(
                        Anomaly.Kind.FALSELY_UP,
                        line,
                        owed.size() + " owed events have not moved since " + latest(up, moved, oldest)
                                + ", and health is UP");
            } else if (down != null
                    && Duration.between(latest(down, soonSince), now).compareTo(NOTICED) > 0) {
                tell(
                        Anomaly.Kind.FALSELY_DOWN,
                        line,
                        "health is DOWN, and every event has been routed soon since " + latest(down, soonSince));
            }
        }

        private void tell(Anomaly.Kind kind, int line, String text) {
            told = true;
            anomalies.add(new Anomaly(kind, line, text));
        }

        private void take(Entry entry) {
            switch (entry.what()) {
                case CONFIRMED -> confirmed = true;
                case PUBLISHED -> {
                    if (confirmed) {
                        owed.put(entry.subject(), entry.at());
                    }
                }
                case ROUTED -> {
                    owed.remove(entry.subject());
                    moved = entry.at();
                    told = false;
                    silent &= !resubscribed;
                }
                case HEALTH_UP -> health(entry.at(), null);
                case HEALTH_DOWN -> health(null, entry.at());
                case STARTED, HALTED, KILLED, STOPPING, ENDED -> health(null, null);
                case SUBSCRIBED -> resubscribed = true;
                case STRUCK -> {
                    if (entry.detail().contains(STALL)) {
                        silent = true;
                        resubscribed = false;
                    }
                }
                default -> {}
            }
        }

        private void health(@Nullable Instant up, @Nullable Instant down) {
            upSince = up;
            downSince = down;
            told = false;
        }

        private static Instant latest(Instant... instants) {
            Instant latest = Instant.MIN;
            for (Instant instant : instants) {
                latest = instant.isAfter(latest) ? instant : latest;
            }
            return latest;
        }
    }
}
