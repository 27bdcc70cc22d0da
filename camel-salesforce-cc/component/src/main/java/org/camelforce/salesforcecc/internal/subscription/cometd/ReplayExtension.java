package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;

/**
 * Tells the server where each channel of one client starts (Streaming API Developer Guide, "Message Durability"). A
 * channel's key is its name without a filter. Safe for use by several threads.
 */
final class ReplayExtension implements ClientSession.Extension {

    private static final String REPLAY = "replay";

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    void startAt(StreamingChannel channel, long replayId) {
        positions.put(channel.withoutFilter(), replayId);
    }

    @Override
    public boolean sendMeta(ClientSession session, Message.Mutable message) {
        if (Channel.META_HANDSHAKE.equals(message.getChannel())) {
            message.getExt(true).put(REPLAY, true);
        } else if (Channel.META_SUBSCRIBE.equals(message.getChannel())) {
            Map<String, Long> replay = new HashMap<>();
            for (String subscription : subscriptions(message)) {
                String channel = StreamingChannel.withoutFilter(subscription);
                Long position = positions.get(channel);
                if (position != null) {
                    replay.put(channel, position);
                }
            }
            message.getExt(true).put(REPLAY, replay);
        }
        return true;
    }

    private static List<String> subscriptions(Message message) {
        Object subscription = message.get(Message.SUBSCRIPTION_FIELD);
        if (subscription instanceof Object[] channels) {
            return Arrays.stream(channels).map(String::valueOf).toList();
        }
        return subscription instanceof Iterable<?> channels
                ? StreamSupport.stream(channels.spliterator(), false)
                        .map(String::valueOf)
                        .toList()
                : List.of(String.valueOf(subscription));
    }
}
