package org.camelforce.salesforcecc.subscription;

import java.time.Instant;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.jspecify.annotations.Nullable;

/**
 * A position that Salesforce does not have any more: it is invalid, or older than the retention window (72 hours for
 * high-volume platform events and change events, 24 hours for PushTopics, generic events and standard-volume events;
 * Streaming API Developer Guide, "Message Durability"). Events after it may be lost.
 *
 * @param subscription whose position
 * @param position the position that was rejected
 * @param reachedAt when everything up to it had been processed, by the clock of the machine that stored it; null if the
 *     position comes from an option
 * @param noticedAt when Salesforce rejected it, by this machine's clock. Between the two lies the lost window.
 * @param text what Salesforce said
 */
public record ReplayGap(
        SubscriptionId subscription, ReplayId position, @Nullable Instant reachedAt, Instant noticedAt, String text) {

    /** @return the lost window, for display */
    public String window() {
        return (reachedAt == null ? "an unknown time" : reachedAt) + " to " + noticedAt;
    }
}
