package org.camelforce.salesforcecc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Accepts connections, passes on what comes by them, and notes every byte that clients send. */
final class NotedConnections implements AutoCloseable {

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** What is done with a connection, on a thread of its own. */
    @FunctionalInterface
    interface Service {

        void serve(Socket client);
    }

    NotedConnections(ServerSocket server) {
        this.server = server;
    }

    void accept(Service service) {
        threads.execute(() -> {
            try {
                while (true) {
                    Socket client = server.accept();
                    sockets.add(client);
                    threads.execute(() -> service.serve(client));
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** Every byte that clients have sent. */
    String seen() {
        synchronized (seen) {
            return seen.toString(StandardCharsets.ISO_8859_1);
        }
    }

    void note(byte[] bytes, int length) {
        synchronized (seen) {
            seen.write(bytes, 0, length);
        }
    }

    /** It is closed with this. */
    void add(Socket socket) {
        sockets.add(socket);
    }

    /** Passes bytes on in both directions until one side ends. */
    void relay(Socket client, Socket other) {
        threads.execute(() -> copy(other, client, false));
        copy(client, other, true);
    }

    private void copy(Socket from, Socket to, boolean noted) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (noted) {
                    note(buffer, length);
                }
                out.write(buffer, 0, length);
                out.flush();
            }
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
