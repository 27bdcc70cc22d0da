package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Reads by the Streaming API what a channel has retained. */
final class CometdReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SalesforceSimulator org;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    CometdReader(SalesforceSimulator org, String token) {
        this.org = org;
        this.token = token;
    }

    /** @return the data of so many events */
    List<JsonNode> retained(String channel, int count) throws Exception {
        String client = send("{`channel`:`/meta/handshake`,`version`:`1.0`,`id`:`1`,"
                        + "`supportedConnectionTypes`:[`long-polling`],`ext`:{`replay`:true}}")
                .path(0)
                .path("clientId")
                .asText();
        send("{`channel`:`/meta/subscribe`,`id`:`2`,`clientId`:`" + client + "`,`subscription`:`" + channel
                + "`,`ext`:{`replay`:{`" + channel + "`:-2}}}");
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < count) {
            JsonNode messages = send(
                    "{`channel`:`/meta/connect`,`id`:`3`,`connectionType`:`long-polling`,`clientId`:`" + client + "`}");
            messages.forEach(message -> {
                if (message.path("channel").asText().equals(channel)) {
                    events.add(message.path("data"));
                }
            });
        }
        return events;
    }

    private JsonNode send(String message) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.getLoginUrl() + "/cometd/67.0/"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + message.replace('`', '"') + "]"))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
