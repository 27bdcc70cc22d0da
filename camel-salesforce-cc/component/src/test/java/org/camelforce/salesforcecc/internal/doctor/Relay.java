package org.camelforce.salesforcecc.internal.doctor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;

/** An instance that answers requests to one path by itself, and passes on all others to the org. */
final class Relay implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type", "Cookie");

    private final HttpClient client = new HttpClient();
    private final HttpServer server;
    private final URI org;
    private final String end;
    private final int status;
    private final Map<String, String> headers;
    private final String body;

    /**
     * @param end how the path ends
     * @param status of the answer; 0 to close the connection without one
     */
    Relay(SalesforceSimulator org, String end, int status, Map<String, String> headers, String body) throws Exception {
        this.org = URI.create(org.getLoginUrl());
        this.end = end;
        this.status = status;
        this.headers = headers;
        this.body = body;
        client.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] question = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestURI().getPath().endsWith(end)) {
            passOn(exchange, question);
        } else if (status != 0) {
            headers.forEach(exchange.getResponseHeaders()::set);
            answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private void passOn(HttpExchange exchange, byte[] question) throws IOException {
        Request request = client.newRequest(org.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod())
                .body(new BytesRequestContent(question));
        PASSED_ON.forEach(name -> exchange.getRequestHeaders()
                .getOrDefault(name, List.of())
                .forEach(value -> request.headers(headers -> headers.put(name, value))));
        try {
            ContentResponse answer = request.send();
            answer.getHeaders().getValuesList("Content-Type").forEach(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            answer(exchange, answer.getStatus(), answer.getContent());
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() throws Exception {
        server.stop(0);
        client.stop();
    }
}
