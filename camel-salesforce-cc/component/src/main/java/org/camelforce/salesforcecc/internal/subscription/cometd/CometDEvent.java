package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.cometd.bayeux.Message;

/**
 * One event of the Streaming API.
 *
 * @param replayId its position
 * @param message what the server sent; shared, so never changed
 * @param format makes body and headers of it
 */
record CometDEvent(ReplayId replayId, Message message, EventFormat format) implements ReceivedEvent {

    @Override
    public Optional<Instant> createdAt() {
        return CreatedDate.of(message);
    }

    @Override
    public void writeTo(Exchange exchange) throws Exception {
        format.write(message, exchange.getMessage());
    }
}
