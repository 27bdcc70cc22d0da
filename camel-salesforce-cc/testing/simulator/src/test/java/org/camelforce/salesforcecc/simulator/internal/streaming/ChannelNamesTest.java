package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNamesTest {

    private final RecordStore records = new H2Records(Schema.standard(), new ManualTime(TestEvents.NOON));
    private final Channels channels =
            new Channels(StreamingConfig.of(event -> false, entity -> false, version -> true), records);

    @BeforeEach
    void create() {
        records.create(
                "PushTopic",
                TestEvents.json("{`Name`:`Berlin`,`ApiVersion`:67.0,`Query`:`SELECT Id FROM Account`}"),
                "005000000000001AAA");
        records.create("StreamingChannel", TestEvents.json("{`Name`:`/u/News`}"), "005000000000001AAA");
    }

    @AfterEach
    void close() {
        records.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topic/Berlin", "/u/News"})
    void requireWhenNameIsAsStoredThenAccepted(String channel) {
        assertThatCode(() -> channels.require(channel)).doesNotThrowAnyException();
    }

    /** No event would ever come on such a channel. */
    @ParameterizedTest
    @ValueSource(strings = {"/topic/berlin", "/topic/BERLIN", "/u/news"})
    void requireWhenNameIsInOtherCaseThenRefused(String channel) {
        assertThatThrownBy(() -> channels.require(channel))
                .isInstanceOf(StreamingException.class)
                .hasMessageContaining("doesn't exist {" + channel + "}");
    }
}
