package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribingTest {

    private StreamingServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        server.records.withPushTopics(TestEvents.pushTopic("Accounts", "SELECT Id FROM Account"));
        server.records.answering(
                "SELECT Name FROM StreamingChannel WHERE Name = '/u/news'", TestEvents.json("{`Name`:`/u/news`}"));
        client = new RawClient(server).connected();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/event/Order__e",
                "/data/AccountChangeEvent",
                "/data/ChangeEvents",
                "/topic/Accounts",
                "/topic/Accounts?Name='Acme'",
                "/u/news"
            })
    void subscribeWhenChannelExistsThenSubscribed(String channel) throws Exception {
        assertThat(client.subscribe(channel))
                .isEqualTo(TestEvents.json("{`channel`:`/meta/subscribe`,`id`:`3`,`successful`:true,`subscription`:`"
                        + channel + "`,`clientId`:`" + client.clientId() + "`}"));
        assertThat(server.service.subscriptions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/None",
                "/topic/O'Hara",
                "/u/none",
                "/data/ContactChangeEvent",
                "/data/Account",
                "/foo",
                "/topic"
            })
    void subscribeWhenChannelDoesNotExistThenRefused(String channel) throws Exception {
        assertThat(client.subscribe(channel).path("error").asText())
                .isEqualTo("400::The channel you requested to subscribe to doesn't exist {" + channel + "}");
        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void subscribeWhenPlatformEventIsNotDefinedThenRefusedByThePolicy() throws Exception {
        assertThat(client.subscribe("/event/None__e").path("error").asText())
                .isEqualTo("403:denied_by_security_policy:create_denied");
    }

    @ParameterizedTest
    @CsvSource({
        "event/Order__e,400::Channel subscriptions must start with a leading '/'",
        "'',400::Channel name not specified",
        "/meta/connect,403::Restricted channel"
    })
    void subscribeWhenNameIsWrongThenRefused(String channel, String error) throws Exception {
        assertThat(client.subscribe(channel).path("error").asText()).isEqualTo(error);
    }

    @Test
    void subscribeWhenThereIsNoNameThenRefused() throws Exception {
        assertThat(client.send("{`channel`:`/meta/subscribe`,`clientId`:`" + client.clientId() + "`}")
                        .path("error")
                        .asText())
                .isEqualTo("400::Channel name not specified");
    }

    @Test
    void subscribeWhenOneOfSeveralIsRefusedThenNoneIsSubscribed() throws Exception {
        client.send("{`channel`:`/meta/subscribe`,`clientId`:`" + client.clientId()
                + "`,`subscription`:[`/event/Order__e`,`/foo`]}");

        assertThat(server.service.subscriptions()).isZero();
    }

    @Test
    void subscribeWhenReplayIdIsUnknownThenRefusedWithIt() throws Exception {
        assertThat(client.subscribe(TestEvents.ORDERS, "{`/event/Order__e`:82}")
                        .path("error")
                        .asText())
                .isEqualTo("400::The replayId {82} you provided was invalid.  Please provide a valid ID, "
                        + "-2 to replay all events, or -1 to replay only new events.");
    }

    @Test
    void subscribeWhenReplayMapNamesOtherChannelsOnlyThenRefused() throws Exception {
        assertThat(client.subscribe("/topic/Accounts?Name='Acme'", "{`/topic/Accounts?Name='Acme'`:-1}")
                        .path("error")
                        .asText())
                .isEqualTo("400::The replayId for channel {/topic/Accounts} wasn't found using the provided replay ID"
                        + " map");
    }

    @Test
    void subscribeWhenSessionHasEndedThenUnauthenticated() throws Exception {
        server.sessions.end(StreamingServer.TOKEN);

        assertThat(client.subscribe(TestEvents.ORDERS).path("error").asText()).isEqualTo("401::Authentication invalid");
    }

    @Test
    void subscribeWhenRepeatedThenThereIsStillOneSubscription() throws Exception {
        client.subscribe(TestEvents.ORDERS);
        client.subscribe(TestEvents.ORDERS);

        assertThat(server.service.subscriptions()).isEqualTo(1);
    }

    @Test
    void unsubscribeWhenSubscribedThenSubscriptionIsGone() throws Exception {
        client.subscribe(TestEvents.ORDERS);

        assertThat(unsubscribe().path("successful").asBoolean()).isTrue();
        assertThat(server.service.subscriptions()).isZero();
        assertThat(unsubscribe().path("error").asText()).isEqualTo("403::unsubscribe_failed");
    }

    private JsonNode unsubscribe() throws Exception {
        return client.send("{`channel`:`/meta/unsubscribe`,`clientId`:`" + client.clientId()
                + "`,`subscription`:`/event/Order__e`}");
    }
}
