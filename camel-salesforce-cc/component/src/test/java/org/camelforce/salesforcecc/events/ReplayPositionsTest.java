package org.camelforce.salesforcecc.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayPositionsTest {

    private static final String ORDERS = "/event/Order__e";

    private final ReplayPositions positions = new ReplayPositions();

    @Test
    void startAtWhenAPositionIsKnownThenItStays() {
        positions.startAt(ORDERS, -1);
        positions.moveTo(ORDERS, 7);
        positions.startAt(ORDERS, -2);

        assertThat(positions.of(ORDERS)).contains(7L);
    }

    @Test
    void ofWhenNothingIsKnownThenEmpty() {
        assertThat(positions.of(ORDERS)).isEmpty();
    }

    @Test
    void sendMetaWhenHandshakeThenReplayIsAskedFor() {
        assertThat(sent(Channel.META_HANDSHAKE, null)).containsExactly(Map.entry("replay", true));
    }

    static Stream<Object> subscriptions() {
        return Stream.of(ORDERS, List.of(ORDERS), new Object[] {ORDERS});
    }

    @ParameterizedTest
    @MethodSource("subscriptions")
    void sendMetaWhenSubscribeThenThePositionOfTheChannel(Object subscription) {
        positions.moveTo(ORDERS, 42);
        positions.moveTo("/event/Other__e", 1);

        assertThat(sent(Channel.META_SUBSCRIBE, subscription))
                .containsExactly(Map.entry("replay", Map.of(ORDERS, 42L)));
    }

    @Test
    void sendMetaWhenChannelHasAFilterThenTheKeyHasNone() {
        positions.startAt(ORDERS + "?Region__c='EU'", -2);

        assertThat(sent(Channel.META_SUBSCRIBE, ORDERS + "?Region__c='EU'"))
                .containsExactly(Map.entry("replay", Map.of(ORDERS, -2L)));
    }

    @Test
    void sendMetaWhenNoPositionIsKnownThenNoReplay() {
        assertThat(sent(Channel.META_SUBSCRIBE, ORDERS)).isEmpty();
    }

    @Test
    void sendMetaWhenConnectThenNothingIsAdded() {
        positions.moveTo(ORDERS, 42);

        assertThat(sent(Channel.META_CONNECT, null)).isEmpty();
    }

    @Test
    void receivedWhenEventHasAReplayIdThenMovedPastIt() {
        positions.startAt(ORDERS, -1);
        positions.received(event(Map.of("event", Map.of("replayId", 9_000_000_000L))));

        assertThat(positions.of(ORDERS)).contains(9_000_000_000L);
    }

    @Test
    void receivedWhenEventHasNoReplayIdThenThePositionStays() {
        positions.moveTo(ORDERS, 5);
        positions.received(event(Map.of("payload", "x")));
        positions.received(event(Map.of("event", Map.of("replayId", "not a number"))));
        positions.received(new HashMapMessage());

        assertThat(positions.of(ORDERS)).contains(5L);
    }

    @ParameterizedTest
    @CsvSource({
        "AccountUpdates, /topic/AccountUpdates",
        "/AccountUpdates, /topic/AccountUpdates",
        "topic/AccountUpdates, /topic/AccountUpdates",
        "event/Order__e, /event/Order__e",
        "/event/Order__e, /event/Order__e",
        "data/ChangeEvents, /data/ChangeEvents",
        "/u/notifications/all, /u/notifications/all"
    })
    void channelNameWhenTopicIsGivenThenItsChannel(String topic, String channel) {
        assertThat(Topics.channelName(topic)).isEqualTo(channel);
    }

    private Map<String, Object> sent(String channel, Object subscription) {
        HashMapMessage message = new HashMapMessage();
        message.setChannel(channel);
        if (subscription != null) {
            message.put(Message.SUBSCRIPTION_FIELD, subscription);
        }
        assertThat(positions.sendMeta(null, message)).isTrue();
        return message.getExt() == null ? Map.of() : message.getExt();
    }

    private static Message event(Map<String, Object> data) {
        HashMapMessage message = new HashMapMessage();
        message.setChannel(ORDERS);
        message.setData(data);
        return message;
    }
}
