package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;
import org.jspecify.annotations.Nullable;

/** {@code /meta/subscribe} with the replay extension, and {@code /meta/unsubscribe}. */
final class Subscribing {

    private static final String REPLAY = "replay";

    private final Channels channels;
    private final EventLog log;
    private final EventData data;
    private final Executor executor;
    private final DeliveryFaultInjector faults;

    Subscribing(Channels channels, EventLog log, EventData data, Executor executor, DeliveryFaultInjector faults) {
        this.channels = channels;
        this.log = log;
        this.data = data;
        this.executor = executor;
        this.faults = faults;
    }

    /** @throws StreamingException if one of the channels cannot be subscribed to; then none is */
    void subscribe(Client client, ServerMessage message) {
        List<Subscription> subscriptions = new ArrayList<>();
        for (String full : names(message)) {
            SubscriptionName name = SubscriptionName.parse(full);
            channels.require(name.channel());
            long position = position(name.channel(), replay(message, name.channel()));
            subscriptions.add(new Subscription(client, name, position, log, data, executor, faults));
        }
        subscriptions.forEach(client::subscribe);
    }

    /** @throws StreamingException if the client is not subscribed to one of the channels */
    void unsubscribe(Client client, ServerMessage message) {
        for (String full : names(message)) {
            if (!client.unsubscribe(full)) {
                throw StreamingException.withoutAdvice("403::unsubscribe_failed");
            }
        }
    }

    private long position(String channel, long replay) {
        try {
            return log.position(channel, replay);
        } catch (InvalidReplayIdException e) {
            throw StreamingException.withoutAdvice("400::" + e.getMessage());
        }
    }

    private static long replay(ServerMessage message, String channel) {
        Map<String, Object> ext = message.getExt();
        if (ext == null || !(ext.get(REPLAY) instanceof Map<?, ?> positions) || positions.isEmpty()) {
            return EventLog.NEW_ONLY;
        }
        if (positions.get(channel) instanceof Number replayId) {
            return replayId.longValue();
        }
        throw StreamingException.withoutAdvice(
                "400::The replayId for channel {" + channel + "} wasn't found using the provided replay ID map");
    }

    private static List<String> names(ServerMessage message) {
        List<String> names = names(message.get(Message.SUBSCRIPTION_FIELD));
        if (names.isEmpty()) {
            throw StreamingException.withoutAdvice("400::Channel name not specified");
        }
        return names;
    }

    private static List<String> names(@Nullable Object subscription) {
        if (subscription instanceof String name) {
            return List.of(name);
        }
        if (subscription instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (subscription instanceof Object[] several) {
            return Arrays.stream(several).map(String::valueOf).toList();
        }
        return List.of();
    }
}
