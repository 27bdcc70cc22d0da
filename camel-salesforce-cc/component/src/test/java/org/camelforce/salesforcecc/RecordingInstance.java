package org.camelforce.salesforcecc;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An instance that notes each request as it was sent, and answers each alike. */
final class RecordingInstance implements AutoCloseable {

    /** A request: method and URI as they were on the wire, and headers with names in lower case. */
    record Call(String method, String uri, Map<String, List<String>> headers) {

        String line() {
            return method + " " + uri;
        }

        List<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    /** An answer; one that is cut announces more than it has. */
    record Answer(int status, Map<String, String> headers, String body, boolean isCut) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private volatile int status = 200;
    private volatile boolean echoes;
    private volatile Function<Call, Answer> answers;

    RecordingInstance() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void setAnswer(String answer) {
        this.answer = answer;
    }

    /** From now on each request has an answer of its own. */
    void answerWith(Function<Call, Answer> own) {
        answers = own;
    }

    /** From now on requests fail, with an answer that shows their headers. */
    void failWithAnEcho(int failure) {
        status = failure;
        echoes = true;
    }

    /** From now on requests are answered as usual. */
    void succeed() {
        status = 200;
        echoes = false;
    }

    /** The requests since the last call of this method. */
    List<Call> takeCalls() {
        List<Call> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        Headers sent = exchange.getRequestHeaders();
        sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        Call call =
                new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
        calls.add(call);
        exchange.getRequestBody().readAllBytes();
        if (answers != null) {
            send(exchange, answers.apply(call));
            return;
        }
        String shown = echoes ? answer.replace("ECHO", headers.toString()) : answer;
        byte[] body = shown.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        // two writes take 40 ms
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, Answer own) throws IOException {
        try (exchange) {
            own.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = own.body().getBytes(StandardCharsets.UTF_8);
            int length = body.length + (own.isCut() ? 1 : 0);
            exchange.sendResponseHeaders(own.status(), length == 0 || own.status() == 204 ? -1 : length);
            if (body.length > 0 && own.status() != 204) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
