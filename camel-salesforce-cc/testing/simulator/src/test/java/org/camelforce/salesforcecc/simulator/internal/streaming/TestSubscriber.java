package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.ClientTransport;
import org.cometd.common.HashMapMessage;
import org.cometd.common.JacksonJSONContextClient;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.util.component.LifeCycle;

/** CometD's own client, with the replay extension. */
final class TestSubscriber implements AutoCloseable {

    final BayeuxClient bayeux;
    private final HttpClient http = new HttpClient();

    TestSubscriber(StreamingServer server) throws Exception {
        http.start();
        Map<String, Object> options = new HashMap<>();
        options.put(ClientTransport.JSON_CONTEXT_OPTION, new JacksonJSONContextClient());
        bayeux = new BayeuxClient(server.url("/cometd/67.0"), new JettyHttpClientTransport(options, http) {
            @Override
            protected void customize(Request request) {
                request.headers(headers -> headers.put("Authorization", "OAuth " + StreamingServer.TOKEN));
            }
        });
        bayeux.handshake();
        if (!bayeux.waitFor(10_000, BayeuxClient.State.CONNECTED)) {
            throw new IllegalStateException("no connection");
        }
    }

    /** @return the messages as they arrive */
    List<Map<String, Object>> subscribe(String channel, long replay) throws Exception {
        return subscribe(channel, replay, () -> {});
    }

    /** @return the messages as they arrive, each followed by a call of {@code onEvent} */
    List<Map<String, Object>> subscribe(String channel, long replay, Runnable onEvent) throws Exception {
        List<Map<String, Object>> received = new CopyOnWriteArrayList<>();
        CompletableFuture<Message> reply = new CompletableFuture<>();
        Message.Mutable fields = new HashMapMessage();
        fields.getExt(true).put("replay", Map.of(channel, replay));
        ClientSessionChannel.MessageListener listener = (origin, message) -> {
            received.add(message.getDataAsMap());
            onEvent.run();
        };
        bayeux.getChannel(channel).subscribe(fields, listener, reply::complete);
        if (!reply.get(30, TimeUnit.SECONDS).isSuccessful()) {
            throw new IllegalStateException("refused: " + reply.join());
        }
        return received;
    }

    static long replayId(Map<String, Object> data) {
        return ((Number) ((Map<?, ?>) data.get("event")).get("replayId")).longValue();
    }

    @Override
    public void close() {
        bayeux.abort();
        LifeCycle.stop(http);
    }
}
