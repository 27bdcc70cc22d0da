package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.junit.jupiter.api.Test;

class ReplayExtensionTest {

    private static final String FILTERED = "/event/Order__e?Number__c='1'";

    private final ReplayExtension extension = new ReplayExtension();

    @Test
    void handshakeWhenSentThenSaysThatTheClientCanReplay() {
        assertThat(sent(Channel.META_HANDSHAKE, null).getExt()).isEqualTo(Map.of("replay", true));
    }

    @Test
    void subscriptionWhenSentThenSaysWhereTheChannelStarts() {
        startAt("/event/Order__e", 17);
        startAt("/event/Refund__e", -2);

        assertThat(replay("/event/Order__e")).isEqualTo(Map.of("/event/Order__e", 17L));
    }

    /** Salesforce finds no position under a name with a filter (jsforce 888). */
    @Test
    void subscriptionWhenTheChannelHasAFilterThenThePositionStandsUnderTheNameWithoutIt() {
        startAt(FILTERED, 17);

        Message.Mutable message = sent(Channel.META_SUBSCRIBE, FILTERED);

        assertThat(message.getExt()).isEqualTo(Map.of("replay", Map.of("/event/Order__e", 17L)));
        assertThat(message.get(Message.SUBSCRIPTION_FIELD)).isEqualTo(FILTERED);
    }

    @Test
    void subscriptionWhenItNamesSeveralChannelsThenEachHasItsPosition() {
        startAt("/event/Order__e", 17);
        startAt("/event/Refund__e", -2);

        Map<String, Long> both = Map.of("/event/Order__e", 17L, "/event/Refund__e", -2L);
        assertThat(replay(List.of("/event/Order__e", "/event/Refund__e"))).isEqualTo(both);
        assertThat(replay(new Object[] {"/event/Order__e", "/event/Refund__e"})).isEqualTo(both);
    }

    @Test
    void subscriptionWhenTheChannelStartsElsewhereLaterThenTheLastOneCounts() {
        startAt("/event/Order__e", 17);
        startAt("/event/Order__e", 18);

        assertThat(replay("/event/Order__e")).isEqualTo(Map.of("/event/Order__e", 18L));
    }

    @Test
    void connectWhenSentThenNothingIsAdded() {
        assertThat(sent(Channel.META_CONNECT, null).getExt()).isNull();
    }

    private void startAt(String channel, long replayId) {
        extension.startAt(new StreamingChannel(channel), replayId);
    }

    private Object replay(Object subscription) {
        return sent(Channel.META_SUBSCRIBE, subscription).getExt().get("replay");
    }

    private Message.Mutable sent(String channel, Object subscription) {
        Message.Mutable message = new HashMapMessage();
        message.setChannel(channel);
        if (subscription != null) {
            message.put(Message.SUBSCRIPTION_FIELD, subscription);
        }
        assertThat(extension.sendMeta(null, message)).isTrue();
        return message;
    }
}
