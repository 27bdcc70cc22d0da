package org.camelforce.salesforcecc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server of somebody else's at another loopback address, which notes every byte that arrives. */
final class Eavesdropper implements AutoCloseable {

    private final ServerSocket socket;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::listen, "eavesdropper");
    private volatile int connections;

    Eavesdropper(String address) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName(address));
        thread.setDaemon(true);
        thread.start();
    }

    /** Address and port, as in a URL. */
    String authority() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections;
    }

    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                connections++;
                caller.setSoTimeout(1_000);
                byte[] bytes = new byte[8192];
                int read = caller.getInputStream().read(bytes);
                synchronized (heard) {
                    heard.write(bytes, 0, Math.max(0, read));
                }
                caller.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the caller is gone, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
