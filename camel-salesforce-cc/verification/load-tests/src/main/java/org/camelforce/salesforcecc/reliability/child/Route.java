package org.camelforce.salesforcecc.reliability.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.model.RouteDefinition;
import org.camelforce.salesforcecc.reliability.recording.Recorder;
import org.camelforce.salesforcecc.reliability.recording.ReplayNumber;
import org.jspecify.annotations.Nullable;

/** Writes down what comes, works, and writes down that it has worked. */
final class Route extends RouteBuilder {

    static final String EVENT_ID = "eventId";

    private static final String FIELD = "Id__c";

    private final String uri;
    private final Recorder recorder;
    private final @Nullable ScheduledExecutorService workers;
    private final ObjectMapper json = new ObjectMapper();

    /** @param workers work on several events at once; null to work on one after the other */
    Route(String uri, Recorder recorder, @Nullable ScheduledExecutorService workers) {
        this.uri = uri;
        this.recorder = recorder;
        this.workers = workers;
    }

    @Override
    public void configure() {
        RouteDefinition route = from(uri).routeId("events").process(this::receive);
        if (workers != null) {
            route.process(new UnevenWork(workers));
        }
        route.process(exchange -> recorder.routed(exchange.getProperty(EVENT_ID, String.class)));
    }

    private void receive(Exchange exchange) throws Exception {
        String id = id(json.readTree(exchange.getMessage().getMandatoryBody(String.class)));
        exchange.setProperty(EVENT_ID, id);
        recorder.received(id, number(exchange.getMessage()));
    }

    private static String id(JsonNode event) {
        JsonNode value = event.findValue(FIELD);
        if (value == null) {
            throw new IllegalArgumentException("an event without " + FIELD + ": " + event);
        }
        return value.isObject() ? value.elements().next().asText() : value.asText();
    }

    private static long number(Message message) {
        String bytes = message.getHeader(SalesforceConstants.HEADER_SALESFORCE_PUBSUB_REPLAY_ID, String.class);
        return bytes == null
                ? message.getHeader(SalesforceConstants.HEADER_SALESFORCE_REPLAY_ID, Long.class)
                : ReplayNumber.of(Base64.getDecoder().decode(bytes));
    }
}
