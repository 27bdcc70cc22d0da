package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads the headers of each request, and answers by a script that has the connection to itself. */
public final class ScriptedServer implements AutoCloseable {

    /** Answers a request. */
    @FunctionalInterface
    public interface Script {
        void answer(Socket connection) throws Exception;
    }

    private final ServerSocket server;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<Socket, String> lastHeads = new ConcurrentHashMap<>();

    public ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/results");
    }

    public int connections() {
        return connections.size();
    }

    /** Request line and headers of each request, in the order in which they came. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** The body of the request that a connection has last sent the headers of: it ends where the body does. */
    public InputStream body(Socket connection) throws IOException {
        return ReceivedBody.of(lastHeads.get(connection), connection.getInputStream());
    }

    /** The whole body of that request. */
    public String bodyText(Socket connection) throws IOException {
        return new String(body(connection).readAllBytes(), StandardCharsets.UTF_8);
    }

    public static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /** Ends when the client has closed the connection. */
    public static void awaitClosed(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // nothing more is asked
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            while (readHeaders(connection)) {
                script.answer(connection);
            }
        } catch (Exception e) {
            // the client has gone
        }
    }

    private boolean readHeaders(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        StringBuilder head = new StringBuilder();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        heads.add(head.toString());
        lastHeads.put(connection, head.toString());
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
