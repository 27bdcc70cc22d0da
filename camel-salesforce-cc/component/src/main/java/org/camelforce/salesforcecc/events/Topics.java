package org.camelforce.salesforcecc.events;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;

/** What an endpoint's topic and options say about its channel. */
final class Topics {

    private Topics() {}

    /** {@code Name} is the PushTopic {@code /topic/Name}; anything with a further slash is a channel as it stands. */
    static String channelName(String topic) {
        String absolute = absolute(topic);
        return absolute.indexOf('/', 1) > 0 ? absolute : "/topic" + absolute;
    }

    static String absolute(String topic) {
        return topic.startsWith("/") ? topic : "/" + topic;
    }

    static String withoutFilter(String channel) {
        int query = channel.indexOf('?');
        return query < 0 ? channel : channel.substring(0, query);
    }

    /** The nearest setting wins: the endpoint's own replay id, its map, the component's map, then the defaults. */
    static Optional<Long> initialReplayId(SalesforceEndpoint endpoint, String channel) {
        SalesforceEndpointConfig shared = endpoint.getComponent().getConfig();
        SalesforceEndpointConfig own = endpoint.getConfiguration();
        return Stream.of(
                        Optional.ofNullable(endpoint.getReplayId()),
                        fromMap(own.getInitialReplayIdMap(), endpoint.getTopicName(), channel),
                        fromMap(shared.getInitialReplayIdMap(), endpoint.getTopicName(), channel),
                        Optional.ofNullable(own.getDefaultReplayId()),
                        Optional.ofNullable(shared.getDefaultReplayId()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Long> fromMap(Map<String, Long> replayIds, String topic, String channel) {
        return Optional.ofNullable(replayIds.getOrDefault(topic, replayIds.get(channel)));
    }
}
