package org.camelforce.salesforcecc.events;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.salesforce.StreamingApiConsumer;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;

/** One channel, the consumers that share it, and whether the server has confirmed it. */
final class ChannelSubscription implements ClientSessionChannel.MessageListener {

    private final String channel;
    private final ReplayPositions positions;
    private final Set<StreamingApiConsumer> consumers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
    private volatile boolean refused;

    ChannelSubscription(String channel, ReplayPositions positions) {
        this.channel = channel;
        this.positions = positions;
    }

    String channel() {
        return channel;
    }

    Set<StreamingApiConsumer> consumers() {
        return consumers;
    }

    /** Completes with the server's first answer to the subscription, and is cancelled when the last consumer leaves. */
    CompletableFuture<Void> confirmed() {
        return confirmed;
    }

    /** Where to go on when the server does not know the position, as one of the consumers' endpoints says. */
    Optional<Long> fallBackReplayId() {
        return consumers.stream()
                .findFirst()
                .map(consumer -> consumer.getEndpoint().getConfiguration().getFallBackReplayId());
    }

    boolean isRefused() {
        return refused;
    }

    void refuse(Exception refusal) {
        refused = true;
        if (!confirmed.completeExceptionally(refusal)) {
            consumers.forEach(
                    consumer -> consumer.getExceptionHandler().handleException(refusal.getMessage(), refusal));
        }
    }

    @Override
    public void onMessage(ClientSessionChannel source, Message message) {
        for (StreamingApiConsumer consumer : consumers) {
            try {
                consumer.processMessage(source, message);
            } catch (RuntimeException e) {
                consumer.getExceptionHandler().handleException("Cannot process the event on " + channel, e);
            }
        }
        positions.received(message);
    }
}
