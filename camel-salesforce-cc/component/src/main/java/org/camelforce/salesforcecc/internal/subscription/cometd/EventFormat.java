package org.camelforce.salesforcecc.internal.subscription.cometd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.cometd.bayeux.Message;
import org.cometd.common.HashMapMessage;
import org.cometd.common.JacksonJSONContextClient;
import org.jspecify.annotations.Nullable;

/**
 * Body and headers of one consumer's events, the same as those of the newest upstream, except that a generic event
 * keeps its text.
 */
final class EventFormat {

    private static final String CHANGE_EVENT_HEADER = "ChangeEventHeader";
    private static final String CREATED_DATE = "CreatedDate";

    /** Makes text of whole messages; what it learns about their classes serves each next event. */
    private static final JacksonJSONContextClient MESSAGES = new JacksonJSONContextClient();

    private final String topic;
    private final StreamingChannel.Kind kind;
    private final boolean raw;
    private final ObjectMapper json;
    private final @Nullable Class<?> sObjectClass;

    /** @throws IllegalArgumentException if the class of the objects is not found */
    EventFormat(SalesforceEndpoint endpoint) {
        this.topic = endpoint.getTopicName();
        this.kind = StreamingChannel.of(endpoint).kind();
        this.raw = endpoint.getConfiguration().isRawPayload();
        ObjectMapper configured = endpoint.getConfiguration().getObjectMapper();
        this.json = configured == null ? JsonUtils.createObjectMapper() : configured;
        this.sObjectClass = raw ? null : sObjectClass(endpoint);
    }

    /**
     * Sets the headers, then the body; the undecoded JSON is the body if decoding fails.
     *
     * @throws SalesforceException if the event cannot be decoded
     */
    void write(Message received, org.apache.camel.Message in) throws SalesforceException {
        Map<?, ?> data = map(received.getData());
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_CHANNEL, received.getChannel());
        String clientId = received.getClientId();
        if (clientId != null && !clientId.isEmpty()) {
            in.setHeader(SalesforceConstants.HEADER_SALESFORCE_CLIENT_ID, clientId);
        }
        Map<?, ?> event = map(data.get("event"));
        Object replayId = event.get("replayId");
        if (replayId != null) {
            in.setHeader(SalesforceConstants.HEADER_SALESFORCE_REPLAY_ID, replayId);
        }
        if (event.get("EventUuid") != null) {
            in.setHeader(EventHeaders.EVENT_UUID, event.get("EventUuid"));
        }
        try {
            switch (kind) {
                case PUSH_TOPIC, GENERIC -> notification(data, in);
                case PLATFORM_EVENT -> platformEvent(received, data, in);
                case CHANGE_EVENT -> changeEvent(received, data, in);
            }
        } catch (JsonProcessingException | RuntimeException e) {
            in.setBody(kind == StreamingChannel.Kind.PUSH_TOPIC ? text(data.get("sobject")) : text(received));
            throw new SalesforceException("The event " + replayId + " on " + topic + " cannot be decoded", e);
        }
    }

    private void notification(Map<?, ?> data, org.apache.camel.Message in) throws JsonProcessingException {
        Map<?, ?> event = map(data.get("event"));
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_TOPIC_NAME, topic);
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_EVENT_TYPE, event.get("type"));
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_CREATED_DATE, event.get("createdDate"));
        if (kind == StreamingChannel.Kind.GENERIC) {
            in.setBody(data.get("payload"));
            return;
        }
        Object sObject = data.get("sobject");
        if (raw) {
            in.setBody(json.writeValueAsString(sObject));
        } else {
            in.setBody(sObjectClass == null ? sObject : json.readValue(json.writeValueAsString(sObject), sObjectClass));
        }
    }

    private void platformEvent(Message event, Map<?, ?> data, org.apache.camel.Message in) {
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_PLATFORM_EVENT_SCHEMA, data.get("schema"));
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_EVENT_TYPE, lastPart(topic));
        Object payload = data.get("payload");
        // of a raw event nothing else has to fit
        Object decodable =
                raw ? Collections.singletonMap(CREATED_DATE, map(payload).get(CREATED_DATE)) : payload;
        PlatformEvent decoded = json.convertValue(decodable, PlatformEvent.class);
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_CREATED_DATE, decoded.getCreated());
        in.setBody(raw ? text(event) : decoded);
    }

    private void changeEvent(Message event, Map<?, ?> data, org.apache.camel.Message in) {
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_CHANGE_EVENT_SCHEMA, data.get("schema"));
        in.setHeader(SalesforceConstants.HEADER_SALESFORCE_EVENT_TYPE, lastPart(topic));
        Map<?, ?> payload = map(data.get("payload"));
        Map<?, ?> header = map(payload.get(CHANGE_EVENT_HEADER));
        EventHeaders.CHANGE_EVENT.forEach((name, field) -> in.setHeader(name, header.get(field)));
        if (raw) {
            in.setBody(text(event));
            return;
        }
        if (header.isEmpty()) {
            throw new IllegalArgumentException("The event has no " + CHANGE_EVENT_HEADER);
        }
        Map<Object, Object> fields = new HashMap<>(payload);
        fields.remove(CHANGE_EVENT_HEADER);
        in.setBody(fields);
    }

    private static String text(Message event) {
        return MESSAGES.generate(new HashMapMessage(event));
    }

    private String text(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return String.valueOf(value);
        }
    }

    private static String lastPart(String topic) {
        return topic.substring(topic.lastIndexOf('/') + 1);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable Class<?> sObjectClass(SalesforceEndpoint endpoint) {
        String name = endpoint.getConfiguration().getSObjectName();
        String className = endpoint.getConfiguration().getSObjectClass();
        if (name != null) {
            return found(endpoint.getComponent().getClassMap().get(name), "sObjectName", name);
        }
        return className == null
                ? null
                : found(
                        endpoint.getCamelContext().getClassResolver().resolveClass(className),
                        "sObjectClass",
                        className);
    }

    private static Class<?> found(@Nullable Class<?> sObjectClass, String option, String value) {
        if (sObjectClass == null) {
            throw new IllegalArgumentException("No class for option " + option + "=" + value);
        }
        return sObjectClass;
    }
}
