package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Speaks Bayeux by hand, so that a test sees what is on the wire. */
final class RawClient {

    static final String PATH = "/cometd/67.0/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamingServer server;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = StreamingServer.TOKEN;
    private String clientId = "";

    RawClient(StreamingServer server) {
        this.server = server;
    }

    RawClient withToken(String other) {
        token = other;
        return this;
    }

    String clientId() {
        return clientId;
    }

    JsonNode handshake() throws Exception {
        JsonNode reply = send("{`channel`:`/meta/handshake`,`version`:`1.0`,`id`:`1`,"
                + "`supportedConnectionTypes`:[`long-polling`],`ext`:{`replay`:true}}");
        clientId = reply.path("clientId").asText();
        return reply;
    }

    RawClient connected() throws Exception {
        handshake();
        connect();
        return this;
    }

    JsonNode connect() throws Exception {
        return send(connectMessage());
    }

    /** @return the events that a connect brings, and its reply last */
    List<JsonNode> connectAndReceive() throws Exception {
        List<JsonNode> messages = new ArrayList<>();
        JSON.readTree(post(PATH, connectMessage()).body()).forEach(messages::add);
        return messages;
    }

    CompletableFuture<JsonNode> connectLater() {
        return http.sendAsync(request(PATH, connectMessage()), HttpResponse.BodyHandlers.ofString())
                .thenApply(RawClient::last);
    }

    private String connectMessage() {
        return "{`channel`:`/meta/connect`,`clientId`:`" + clientId + "`,`id`:`2`,`connectionType`:`long-polling`}";
    }

    JsonNode subscribe(String channel) throws Exception {
        return send("{`channel`:`/meta/subscribe`,`id`:`3`,`clientId`:`" + clientId + "`,`subscription`:`" + channel
                + "`}");
    }

    JsonNode subscribe(String channel, String replay) throws Exception {
        return send("{`channel`:`/meta/subscribe`,`id`:`3`,`clientId`:`" + clientId + "`,`subscription`:`" + channel
                + "`,`ext`:{`replay`:" + replay + "}}");
    }

    JsonNode send(String message) throws Exception {
        return last(post(PATH, message));
    }

    HttpResponse<String> post(String path, String message) throws IOException, InterruptedException {
        return http.send(request(path, message), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode last(HttpResponse<String> response) {
        try {
            JsonNode messages = JSON.readTree(response.body());
            return messages.path(messages.size() - 1);
        } catch (IOException e) {
            throw new IllegalStateException("HTTP " + response.statusCode() + ": " + response.body(), e);
        }
    }

    private HttpRequest request(String path, String message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + message.replace('`', '"') + "]"));
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
    }
}
