package org.camelforce.salesforcecc.reliability.check;

import java.util.List;
import org.camelforce.salesforcecc.reliability.history.Effect;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/**
 * A token is asked for when a process starts, when sessions end, when a token is rejected, again when the answer was a
 * fault, and during an outage twice and once a second.
 */
final class LoginCheck implements Check {

    private static final String TOKEN_REQUEST = "TOKEN_REQUEST";

    @Override
    public List<Anomaly> in(HistoryIndex facts) {
        long logins = facts.count(HistoryEvent.LOGIN);
        long budget = budget(facts);
        return logins <= budget
                ? List.of()
                : List.of(new Anomaly(
                        Anomaly.Kind.TOO_MANY_LOGINS,
                        facts.lines(HistoryEvent.LOGIN).get((int) budget),
                        logins + " requests for a token, with reasons for " + budget));
    }

    static long budget(HistoryIndex facts) {
        long budget = 0;
        boolean down = false;
        for (Entry entry : facts.entries()) {
            switch (entry.what()) {
                case STARTED, SESSIONS_ENDED -> budget++;
                case OUTAGE_BEGAN -> down = true;
                case OUTAGE_ENDED -> {
                    down = false;
                    budget += 2 + entry.number();
                }
                case STRUCK -> budget += givesReason(entry, down) ? 1 : 0;
                default -> {}
            }
        }
        return budget;
    }

    private static boolean givesReason(Entry struck, boolean down) {
        return Effect.ENDS_SESSIONS.struckIn(struck)
                || Effect.REJECTS_TOKEN.struckIn(struck)
                || struck.subject().equals(TOKEN_REQUEST) && !down;
    }
}
