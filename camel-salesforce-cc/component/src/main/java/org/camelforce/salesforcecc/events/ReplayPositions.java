package org.camelforce.salesforcecc.events;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;

/**
 * Where each channel continues, and the CometD extension that says so to the server (Streaming API Developer Guide,
 * "Message Durability"). A channel's key is its name without a filter. Safe for use by several threads.
 */
final class ReplayPositions implements ClientSession.Extension {

    private static final String REPLAY = "replay";

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    void startAt(String channel, long replayId) {
        positions.putIfAbsent(withoutFilter(channel), replayId);
    }

    void moveTo(String channel, long replayId) {
        positions.put(withoutFilter(channel), replayId);
    }

    Optional<Long> of(String channel) {
        return Optional.ofNullable(positions.get(withoutFilter(channel)));
    }

    @Override
    public boolean sendMeta(ClientSession session, Message.Mutable message) {
        if (Channel.META_HANDSHAKE.equals(message.getChannel())) {
            message.getExt(true).put(REPLAY, true);
        } else if (Channel.META_SUBSCRIBE.equals(message.getChannel())) {
            Map<String, Object> replay = new HashMap<>();
            subscriptions(message).forEach(channel -> of(channel)
                    .ifPresent(position -> replay.put(withoutFilter(channel), position)));
            if (!replay.isEmpty()) {
                message.getExt(true).put(REPLAY, replay);
            }
        }
        return true;
    }

    /** Moves a channel's position past an event that its consumers have been given. */
    void received(Message message) {
        Object event =
                message.getDataAsMap() == null ? null : message.getDataAsMap().get("event");
        if (event instanceof Map<?, ?> map && map.get("replayId") instanceof Number replayId) {
            moveTo(message.getChannel(), replayId.longValue());
        }
    }

    static String withoutFilter(String channel) {
        int query = channel.indexOf('?');
        return query < 0 ? channel : channel.substring(0, query);
    }

    private static Iterable<String> subscriptions(Message message) {
        Object subscription = message.get(Message.SUBSCRIPTION_FIELD);
        if (subscription instanceof String channel) {
            return List.of(channel);
        }
        if (subscription instanceof Object[] channels) {
            return Arrays.stream(channels).map(Object::toString).toList();
        }
        return subscription instanceof Iterable<?> channels
                ? StreamSupport.stream(channels.spliterator(), false)
                        .map(Object::toString)
                        .toList()
                : List.of();
    }
}
