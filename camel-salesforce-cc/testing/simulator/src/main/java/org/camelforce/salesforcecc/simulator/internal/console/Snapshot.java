package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionDetails;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** How the org is now. Lists are cut to their {@value #MAX_ROWS} newest rows; no secret is in it. */
final class Snapshot {

    static final int MAX_ROWS = 50;

    private static final long MINUTE = 60_000;
    private static final int KEY_SHOWN = 8;

    private final ConsoleOrg org;
    private final RequestMonitor requests;

    Snapshot(ConsoleOrg org, RequestMonitor requests) {
        this.org = org;
        this.requests = requests;
    }

    ObjectNode take() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("orgId", org.org().id()).put("loginUrl", org.loginUrl().get());
        writeApp(state.putObject("app"));
        ArrayNode users = state.putArray("users");
        org.org().users().stream().limit(MAX_ROWS).map(User::username).forEach(users::add);
        EventActions.write(org, state.putArray("events"));
        writeSessions(state);
        writeSubscriptions(state);
        writeFaults(state);
        state.putObject("apiUsage")
                .put("used", org.apiUsage().used())
                .put("limit", org.apiUsage().limit());
        state.set("underWay", requests.underWay());
        return state;
    }

    private void writeApp(ObjectNode target) {
        InMemoryApp app = org.app();
        String key = app.consumer().key();
        target.put("name", app.name())
                .put("key", key.length() > KEY_SHOWN ? key.substring(0, KEY_SHOWN) + "…" : key)
                .put("keyFingerprint", Fingerprint.of(key))
                .put("secretFingerprint", Fingerprint.of(app.consumer().secret()))
                .put("runAs", app.runAsUsername().orElse(""))
                .put("problems", String.join(", ", LoginActions.problems(org)));
    }

    private void writeSessions(ObjectNode state) {
        List<Session> live = org.sessions().live();
        ArrayNode rows = state.put("sessionCount", live.size()).putArray("sessions");
        live.stream()
                .skip(Math.max(0, live.size() - MAX_ROWS))
                .flatMap(session -> org.sessions().details(session.token()).stream())
                .forEach(details -> write(rows.addObject(), details));
    }

    // Whole minutes: use slides the end all the time, and each change would wake the page up.
    private static void write(ObjectNode row, SessionDetails details) {
        row.put("token", Fingerprint.of(details.session().token()))
                .put("user", details.session().username())
                .put("since", details.issuedAt().toEpochMilli())
                .put("until", details.expiresAt().toEpochMilli() / MINUTE * MINUTE);
    }

    private void writeSubscriptions(ObjectNode state) {
        List<OpenSubscription> open = org.subscriptions().get();
        ArrayNode rows = state.put("subscriptionCount", open.size()).putArray("subscriptions");
        open.stream().limit(MAX_ROWS).forEach(each -> {
            Session session = each.session();
            rows.addObject()
                    .put("api", each.api() == OpenSubscription.Api.PUBSUB ? "Pub/Sub API" : "Streaming API")
                    .put("channel", each.channel())
                    .put("position", each.position())
                    .put("token", session == null ? "" : Fingerprint.of(session.token()))
                    .put("stalled", each.stalled());
        });
    }

    private void writeFaults(ObjectNode state) {
        state.put(
                "tokenEndpoint",
                org.faults()
                        .kept(FaultPoint.TOKEN_REQUEST)
                        .map(ActivityRecorder::describe)
                        .orElse(""));
        ArrayNode waiting = state.putArray("faults");
        for (FaultPoint point : FaultPoint.values()) {
            int pending = org.faults().pending(point);
            if (pending > 0) {
                waiting.addObject().put("point", point.name()).put("pending", pending);
            }
        }
    }
}
