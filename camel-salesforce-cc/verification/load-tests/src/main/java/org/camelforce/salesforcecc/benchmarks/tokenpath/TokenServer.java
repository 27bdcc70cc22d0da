package org.camelforce.salesforcecc.benchmarks.tokenpath;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Issues tokens and answers requests that carry the last one, and does nothing else, so that the client is what takes
 * time. Safe for use by several threads.
 */
final class TokenServer implements AutoCloseable {

    private static final String ENDED = "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired\"}]";

    private final AtomicInteger logins = new AtomicInteger();
    private final Server server;
    private final String url;
    private volatile String accepted = "";

    /** @throws Exception if it cannot listen */
    TokenServer() throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setDaemon(true);
        server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                answer(request, response, callback);
                return true;
            }
        });
        server.start();
        url = "http://localhost:" + connector.getLocalPort();
    }

    /** Also of the instance that the tokens are for. */
    String loginUrl() {
        return url;
    }

    /** The token issued last is rejected from now on. */
    void endSession() {
        accepted = "";
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private void answer(Request request, Response response, Callback callback) {
        if (Request.getPathInContext(request).equals("/services/oauth2/token")) {
            String token = "00D000000000001!token" + logins.incrementAndGet();
            accepted = token;
            send(response, callback, HttpStatus.OK_200, grant(token));
        } else if (("Bearer " + accepted).equals(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            send(response, callback, HttpStatus.OK_200, "{}");
        } else {
            send(response, callback, HttpStatus.UNAUTHORIZED_401, ENDED);
        }
    }

    private String grant(String token) {
        return """
                {"access_token":"%s","token_type":"Bearer","instance_url":"%s",
                "id":"%s/id/00D000000000001EAA/005000000000001AAA","scope":"api","issued_at":"1"}
                """
                .formatted(token, url, url);
    }

    private static void send(Response response, Callback callback, int status, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=utf-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
