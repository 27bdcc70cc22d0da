package org.camelforce.salesforcecc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP proxy on loopback that knows the method CONNECT, and asks for a user name and password. */
public final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String authorization;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();
    private volatile boolean open;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    public ConnectProxy(String username, String password) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "proxy-authorization: basic " + Base64.getEncoder().encodeToString(pair);
        threads.execute(this::accept);
    }

    /** One that asks for no password. */
    ConnectProxy() throws IOException {
        this("", "");
        open = true;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Where it was asked to connect to, as host and port. */
    List<String> targets() {
        return List.copyOf(targets);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
            String target = reader.readLine().split(" ")[1];
            boolean known = open;
            for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                known |= line.equalsIgnoreCase(authorization);
            }
            if (!known) {
                answer(
                        client,
                        "407 Proxy Authentication Required",
                        "Proxy-Authenticate: Basic realm=\"proxy\"",
                        "Content-Length: 0",
                        "Connection: close");
                client.close();
                return;
            }
            int colon = target.lastIndexOf(':');
            targets.add(target);
            Socket upstream = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
            sockets.add(upstream);
            answer(client, "200 Connection established");
            threads.execute(() -> copy(upstream, client));
            copy(client, upstream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Socket client, String... lines) throws IOException {
        String head = "HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
