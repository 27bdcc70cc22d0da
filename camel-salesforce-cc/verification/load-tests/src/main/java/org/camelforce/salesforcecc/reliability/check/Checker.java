package org.camelforce.salesforcecc.reliability.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;

/** Judges histories. A history in, a verdict out, and nothing else. Safe for use by several threads. */
public final class Checker {

    private static final List<Check> CHECKS = List.of(
            new Routing(), new CommitCheck(), new DuplicateCheck(), new LoginCheck(), new EndCheck(), new Health());

    /** Creates one. */
    public Checker() {}

    /**
     * @param history all entries of a run that has come to its end
     * @return the verdict
     */
    public Verdict judge(List<Entry> history) {
        HistoryIndex facts = new HistoryIndex(history);
        return new Verdict(
                facts.count(HistoryEvent.PUBLISHED),
                facts.owed().size(),
                duplicates(history),
                facts.count(HistoryEvent.STARTED),
                facts.count(HistoryEvent.KILLED),
                facts.count(HistoryEvent.STRUCK)
                        + facts.count(HistoryEvent.SESSIONS_ENDED)
                        + facts.count(HistoryEvent.OUTAGE_BEGAN),
                facts.count(HistoryEvent.LOGIN),
                LoginCheck.budget(facts),
                history.stream()
                        .filter(entry -> entry.what() == HistoryEvent.CAUGHT_UP)
                        .mapToLong(Entry::number)
                        .findFirst(),
                CHECKS.stream().flatMap(check -> check.in(facts).stream()).toList());
    }

    private static int duplicates(List<Entry> history) {
        Set<String> routed = new HashSet<>();
        return (int) history.stream()
                .filter(entry -> entry.what() == HistoryEvent.ROUTED)
                .filter(entry -> !routed.add(entry.subject()))
                .count();
    }
}
