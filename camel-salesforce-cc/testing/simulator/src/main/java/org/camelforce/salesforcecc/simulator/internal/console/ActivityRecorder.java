package org.camelforce.salesforcecc.simulator.internal.console;

import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryLoginHistory;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** Writes what happens in an org into the log. */
final class ActivityRecorder {

    private static final int LONGEST_PAYLOAD = 1_000;

    private final ActivityLog log;

    ActivityRecorder(ActivityLog log) {
        this.log = log;
    }

    void listenTo(ConsoleOrg org, InMemoryLoginHistory history, EventLog events) {
        org.sessions().addOpenListener(this::opened);
        org.sessions().addEndListener(this::ended);
        org.faults().addListener((point, fault) -> fault.ifPresent(injected -> injected(point, injected)));
        org.records().addListener(this::changed);
        history.addListener(this::denied);
        events.addListener(this::published);
    }

    private void opened(Session session) {
        log.add(ActivityLog.Kind.LOGIN, entry -> entry.put("user", session.username())
                .put("status", LoginHistory.Row.SUCCESS)
                .put("token", Fingerprint.of(session.token())));
    }

    private void denied(LoginHistory.Row row) {
        if (!row.status().equals(LoginHistory.Row.SUCCESS)) {
            log.add(ActivityLog.Kind.LOGIN, entry -> entry.put("user", row.username())
                    .put("status", row.status())
                    .put("token", ""));
        }
    }

    private void ended(Session session) {
        log.add(ActivityLog.Kind.SESSION, entry -> entry.put("user", session.username())
                .put("token", Fingerprint.of(session.token())));
    }

    private void injected(FaultPoint point, Fault fault) {
        log.add(ActivityLog.Kind.FAULT, entry -> entry.put("point", point.name())
                .put("fault", describe(fault)));
    }

    private void changed(RecordChange change) {
        log.add(ActivityLog.Kind.RECORD, entry -> entry.put(
                        "change", change.kind().name())
                .put("type", change.type())
                .put("id", change.id())
                .put("name", change.record().path("Name").asText("")));
    }

    private void published(LoggedEvent event) {
        String payload = event.payload().toString();
        log.add(ActivityLog.Kind.EVENT, entry -> entry.put(
                        "channel", event.channels().get(0))
                .put("replayId", event.replayId())
                .put("payload", cut(payload)));
    }

    private static String cut(String payload) {
        return payload.length() <= LONGEST_PAYLOAD ? payload : payload.substring(0, LONGEST_PAYLOAD) + "…";
    }

    static String describe(Fault fault) {
        if (fault instanceof Fault.Answer answer) {
            return "answers " + answer.status();
        }
        if (fault instanceof Fault.Delay delay) {
            return "waits " + delay.length().toSeconds() + " s";
        }
        if (fault instanceof Fault.DropConnection) {
            return "drops the connection";
        }
        if (fault instanceof Fault.EndAllSessions) {
            return "ends all sessions";
        }
        return fault.getClass().getSimpleName();
    }
}
