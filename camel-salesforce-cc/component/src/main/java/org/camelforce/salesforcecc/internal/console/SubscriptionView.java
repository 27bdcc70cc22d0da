package org.camelforce.salesforcecc.internal.console;

import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;

/** What the console shows of a subscription. */
final class SubscriptionView {

    private SubscriptionView() {}

    static JsonObject of(SubscriptionStatus now) {
        View view = new View()
                .add("channel", now.id().channel())
                .add("name", now.id().name())
                .add("state", now.state())
                .add("problem", now.problem())
                .seconds("disconnectedForSeconds", now.disconnectedFor())
                .seconds("lastEventSeconds", now.traffic().sinceEvent())
                .seconds("lastKeepAliveSeconds", now.traffic().sinceActivity())
                .seconds("lagSeconds", now.traffic().lag())
                .add("received", now.traffic().received())
                .add("processed", now.traffic().processed())
                .add("duplicated", now.traffic().duplicated())
                .add("passedOver", now.traffic().passedOver())
                .add("inFlight", now.inFlight())
                .add("commitLag", now.commitLag())
                .add("reconnects", now.reconnects())
                .add("stalls", now.stalls())
                .add("gaps", now.gaps())
                .add("missed", now.missed())
                .seconds("stillForSeconds", now.progress().stillFor())
                .add("oldestReplayId", now.progress().oldest())
                .seconds("oldestForSeconds", now.progress().oldestFor())
                .add("losses", now.progress().losses())
                .add("rejection", now.progress().rejection())
                .add("rejectedTasks", now.progress().rejectedTasks())
                .add("exhausted", now.progress().exhausted());
        StoredPosition stored = now.stored();
        if (stored != null) {
            view.add("replayId", stored.replayId()).add("reachedAt", stored.at());
        }
        Exception failure = now.commitFailure();
        return view.add("commitFailure", failure == null ? null : failure.toString())
                .json();
    }
}
