package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.cometd.bayeux.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("compatibility")
class EventFormatTest {

    private static final String PUSH_TOPIC = "{`channel`:`/topic/Accounts`,`clientId`:`abc`,`data`:{"
            + "`event`:{`createdDate`:`2026-03-01T12:00:00.250Z`,`replayId`:7,`type`:`updated`},"
            + "`sobject`:{`Id`:`001000000000001AAA`,`Name`:`Acme`,`Legacy_Id__c`:`17`,`Amount`:1.50,`Count`:3,"
            + "`Gone`:null}}}";
    private static final String GENERIC = "{`channel`:`/u/Notes`,`data`:{"
            + "`event`:{`createdDate`:`2026-03-01T12:00:00.250Z`,`replayId`:7},`payload`:`hello`}}";
    private static final String PLATFORM_EVENT = "{`channel`:`/event/Order__e`,`clientId`:`abc`,`data`:{"
            + "`schema`:`s1`,`payload`:{`CreatedDate`:`2026-03-01T12:00:00.250Z`,`CreatedById`:`005000000000001AAA`,"
            + "`Number__c`:`17`,`Amount__c`:1.5,`Gone__c`:null},"
            + "`event`:{`EventUuid`:`u-1`,`replayId`:7}}}";
    private static final String UNDATED = "{`channel`:`/event/Order__e`,`data`:{"
            + "`schema`:`s1`,`payload`:{`Number__c`:`17`},`event`:{`replayId`:7}}}";
    private static final String CHANGE = "{`channel`:`/data/AccountChangeEvent`,`clientId`:``,`data`:{"
            + "`schema`:`s2`,`payload`:{`ChangeEventHeader`:{`entityName`:`Account`,"
            + "`recordIds`:[`001000000000001AAA`,`001000000000002AAA`],`changeType`:`UPDATE`,`changeOrigin`:`rest`,"
            + "`transactionKey`:`t-1`,`sequenceNumber`:1,`commitTimestamp`:1772366400250,`commitNumber`:99,"
            + "`commitUser`:`005000000000001AAA`,`changedFields`:[`Name`]},`Name`:`Acme`,`Amount`:1.5},"
            + "`event`:{`replayId`:7}}}";
    private static final String WITHOUT_CHANGE = "{`channel`:`/data/AccountChangeEvent`,`data`:{"
            + "`schema`:`s2`,`payload`:{`Name`:`Acme`},`event`:{`replayId`:7}}}";

    private final Endpoints endpoints = new Endpoints();

    static Stream<Arguments> shapes() {
        Consumer<SalesforceEndpointConfig> asItIs = config -> {};
        Consumer<SalesforceEndpointConfig> raw = config -> config.setRawPayload(true);
        Consumer<SalesforceEndpointConfig> byName = config -> config.setSObjectName("Account");
        Consumer<SalesforceEndpointConfig> byClass = config -> config.setSObjectClass(Account.class.getName());
        Consumer<SalesforceEndpointConfig> ownMapper = config -> config.setObjectMapper(new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE));
        return Stream.of(
                Arguments.of("PushTopic", "Accounts", asItIs, PUSH_TOPIC),
                Arguments.of("PushTopic, raw", "Accounts", raw, PUSH_TOPIC),
                Arguments.of("PushTopic, sObjectName", "Accounts", byName, PUSH_TOPIC),
                Arguments.of("PushTopic, sObjectClass", "Accounts", byClass, PUSH_TOPIC),
                Arguments.of("PushTopic, raw before sObjectName", "Accounts", byName.andThen(raw), PUSH_TOPIC),
                Arguments.of("platform event", "/event/Order__e", asItIs, PLATFORM_EVENT),
                Arguments.of("platform event, no slash", "event/Order__e", asItIs, PLATFORM_EVENT),
                Arguments.of("platform event, filter", "/event/Order__e?Number__c='1'", asItIs, PLATFORM_EVENT),
                Arguments.of("platform event, raw", "/event/Order__e", raw, PLATFORM_EVENT),
                Arguments.of("platform event, sObjectName", "/event/Order__e", byName, PLATFORM_EVENT),
                Arguments.of("platform event, own mapper", "/event/Order__e", ownMapper, PLATFORM_EVENT),
                Arguments.of(
                        "platform event, own mapper, raw", "/event/Order__e", ownMapper.andThen(raw), PLATFORM_EVENT),
                Arguments.of("platform event, undated", "/event/Order__e", asItIs, UNDATED),
                Arguments.of("platform event, undated, raw", "/event/Order__e", raw, UNDATED),
                Arguments.of("change event", "/data/AccountChangeEvent", asItIs, CHANGE),
                Arguments.of("change event, raw", "/data/AccountChangeEvent", raw, CHANGE),
                Arguments.of("change event, sObjectClass", "/data/AccountChangeEvent", byClass, CHANGE),
                Arguments.of("change event, all changes", "/data/ChangeEvents", asItIs, CHANGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void writeToWhenUpstreamsConsumerGetsTheSameThenBodyAndHeadersAreTheSame(
            String name, String topic, Consumer<SalesforceEndpointConfig> options, String json) throws Exception {
        SalesforceEndpoint endpoint = endpoint(topic, options);
        org.apache.camel.Message theirs =
                UpstreamConsumer.exchangeFor(endpoint, Messages.parse(json)).getIn();

        org.apache.camel.Message ours = write(endpoint, Messages.parse(json));

        assertThat(ours.getHeaders())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(ofNewestUpstream(theirs, json));
        assertThat(ours.getBody())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(theirs.getBody());
    }

    /** Upstream has the event's id since 4.14.8, 4.18.3 and 4.21. */
    private static Map<String, Object> ofNewestUpstream(org.apache.camel.Message theirs, String json) {
        Map<String, Object> headers = new HashMap<>(theirs.getHeaders());
        if (json.contains("EventUuid")) {
            headers.put("CamelSalesforceEventUuid", "u-1");
        }
        return headers;
    }

    /** Upstream's body of a generic event is null. */
    @Test
    void writeToWhenTheEventIsGenericThenItsTextIsTheBodyAndTheHeadersAreUpstreams() throws Exception {
        SalesforceEndpoint endpoint = endpoint("/u/Notes", config -> {});
        Exchange theirs = UpstreamConsumer.exchangeFor(endpoint, Messages.parse(GENERIC));

        org.apache.camel.Message ours = write(endpoint, Messages.parse(GENERIC));

        assertThat(ours.getBody()).isEqualTo("hello");
        assertThat(theirs.getIn().getBody()).isNull();
        assertThat(ours.getHeaders()).isEqualTo(theirs.getIn().getHeaders());
    }

    @Test
    void writeToWhenTheEventIsGenericAndRawThenItsTextIsTheBodyToo() throws Exception {
        assertThat(write(endpoint("/u/Notes", config -> config.setRawPayload(true)), Messages.parse(GENERIC))
                        .getBody())
                .isEqualTo("hello");
    }

    /** Upstream takes the header out of the message that all consumers of the channel share. */
    @Test
    void writeToWhenTheChannelHasTwoConsumersThenTheFirstLeavesTheMessageAsItIs() throws Exception {
        SalesforceEndpoint endpoint = endpoint("/data/AccountChangeEvent", config -> {});
        Message shared = Messages.parse(CHANGE);

        Object first = write(endpoint, shared).getBody();
        org.apache.camel.Message second = write(endpoint, shared);

        assertThat(second.getBody()).isEqualTo(first);
        assertThat(second.getHeader(SalesforceConstants.HEADER_SALESFORCE_CHANGE_TYPE))
                .isEqualTo("UPDATE");
        assertThat(shared.getDataAsMap().toString()).contains("ChangeEventHeader");
    }

    @Test
    void l2WriteToWhenTheSObjectDoesNotFitThenThrowsAfterHeadersAndUndecodedJson() {
        SalesforceEndpoint endpoint = endpoint("Accounts", config -> config.setSObjectClass(Wrong.class.getName()));
        Exchange exchange = exchange(endpoint);

        assertThatThrownBy(() -> event(endpoint, Messages.parse(PUSH_TOPIC)).writeTo(exchange))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("7 on Accounts");

        assertThat(exchange.getIn().getBody(String.class)).startsWith("{").contains("\"Name\":\"Acme\"");
        assertThat(exchange.getIn().getHeaders())
                .containsEntry(SalesforceConstants.HEADER_SALESFORCE_REPLAY_ID, 7L)
                .containsEntry(SalesforceConstants.HEADER_SALESFORCE_TOPIC_NAME, "Accounts")
                .containsEntry(SalesforceConstants.HEADER_SALESFORCE_EVENT_TYPE, "updated");
    }

    @Test
    void l2WriteToWhenAFieldOfThePlatformEventDoesNotFitThenThrowsAfterHeadersAndUndecodedJson() {
        assertUndecoded(
                "/event/Order__e",
                PLATFORM_EVENT.replace("`17`", "[1,2]"),
                SalesforceConstants.HEADER_SALESFORCE_PLATFORM_EVENT_SCHEMA);
    }

    /** Upstream's consumer would lose it. */
    @Test
    void writeToWhenAFieldOfARawPlatformEventDoesNotFitThenTheBodyIsTheJsonAllTheSame() throws Exception {
        SalesforceEndpoint endpoint = endpoint("/event/Order__e", config -> config.setRawPayload(true));

        assertThat(write(endpoint, Messages.parse(PLATFORM_EVENT.replace("`17`", "[1,2]")))
                        .getBody(String.class))
                .contains("\"Number__c\":[1,2]");
    }

    @Test
    void l2WriteToWhenTheChangeEventHasNoHeaderThenThrowsAfterHeadersAndUndecodedJson() {
        assertUndecoded(
                "/data/AccountChangeEvent", WITHOUT_CHANGE, SalesforceConstants.HEADER_SALESFORCE_CHANGE_EVENT_SCHEMA);
    }

    @Test
    void endpointWhenSObjectNameHasNoClassThenFailsAndNamesTheOption() {
        SalesforceEndpoint endpoint = endpoint("Accounts", config -> config.setSObjectName("Missing"));

        assertThatThrownBy(() -> new EventFormat(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sObjectName=Missing");
    }

    @Test
    void endpointWhenSObjectClassIsNotFoundThenFailsAndNamesTheOption() {
        SalesforceEndpoint endpoint = endpoint("Accounts", config -> config.setSObjectClass("no.such.Thing"));

        assertThatThrownBy(() -> new EventFormat(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sObjectClass=no.such.Thing");
    }

    @Test
    void writeToWhenItIsAPlatformEventThenTheBodyIsOne() throws Exception {
        assertThat(write(endpoint("/event/Order__e", config -> {}), Messages.parse(PLATFORM_EVENT))
                        .getBody(PlatformEvent.class)
                        .getEventData())
                .containsEntry("Number__c", "17");
    }

    private void assertUndecoded(String topic, String json, String schemaHeader) {
        SalesforceEndpoint endpoint = endpoint(topic, config -> {});
        Exchange exchange = exchange(endpoint);

        assertThatThrownBy(() -> event(endpoint, Messages.parse(json)).writeTo(exchange))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("7 on " + topic);

        assertThat(exchange.getIn().getBody(String.class)).startsWith("{").contains("\"payload\":{");
        assertThat(exchange.getIn().getHeaders())
                .containsEntry(SalesforceConstants.HEADER_SALESFORCE_REPLAY_ID, 7L)
                .containsEntry(SalesforceConstants.HEADER_SALESFORCE_CHANNEL, topic)
                .containsKey(schemaHeader);
    }

    private SalesforceEndpoint endpoint(String topic, Consumer<SalesforceEndpointConfig> options) {
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        options.accept(config);
        return endpoints.of(topic, config);
    }

    private static org.apache.camel.Message write(SalesforceEndpoint endpoint, Message message) throws Exception {
        Exchange exchange = exchange(endpoint);
        event(endpoint, message).writeTo(exchange);
        return exchange.getIn();
    }

    private static CometDEvent event(SalesforceEndpoint endpoint, Message message) {
        return new CometDEvent(ReplayId.ofNumber(7), message, new EventFormat(endpoint));
    }

    private static Exchange exchange(SalesforceEndpoint endpoint) {
        return new DefaultExchange(endpoint.getCamelContext());
    }

    /** Cannot take what a PushTopic brings. */
    public static final class Wrong {
        public Map<String, String> Name;
    }
}
