package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;

/**
 * {@code sobjects/StreamingChannel/id/push}: generic events for everyone who listens (Streaming API Developer Guide,
 * "Streaming Channel Push"). User ids are not looked at.
 */
final class ChannelPushResource {

    private static final int EVERYONE = -1;

    private final RecordStore records;
    private final EventBus events;

    ChannelPushResource(RecordStore records, EventBus events) {
        this.records = records;
        this.events = events;
    }

    RestResponse push(RestRequest request) {
        String channel = records.retrieve("StreamingChannel", request.variable("id"), List.of("Name"))
                .path("Name")
                .asText();
        ArrayNode answer = Json.array();
        for (JsonNode event : Json.requireArray(request.body().object(), "pushEvents")) {
            events.publishGeneric(channel, Subrequest.requiredText(event, "payload"));
            ObjectNode fanout = answer.addObject().put("fanoutCount", EVERYONE);
            fanout.putObject("userOnlineStatus");
        }
        return RestResponse.ok(answer);
    }
}
