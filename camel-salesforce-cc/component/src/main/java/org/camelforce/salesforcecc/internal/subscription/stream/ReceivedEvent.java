package org.camelforce.salesforcecc.internal.subscription.stream;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.replay.ReplayId;

/** One event as the server sent it. */
public interface ReceivedEvent {

    /** @return the event's position */
    ReplayId replayId();

    /** @return when the event was created, by Salesforce's clock; empty if it does not say */
    default Optional<Instant> createdAt() {
        return Optional.empty();
    }

    /**
     * Sets body and headers, the same as upstream does. Decodes what has arrived and asks nobody, so that a failure
     * means that this event cannot be decoded, now or later. Headers, and the undecoded payload as the body, are set
     * even then.
     *
     * @param exchange a new exchange
     * @throws Exception if the event cannot be decoded
     */
    void writeTo(Exchange exchange) throws Exception;
}
