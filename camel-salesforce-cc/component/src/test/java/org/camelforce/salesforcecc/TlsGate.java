package org.camelforce.salesforcecc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS in front of a simulator that speaks without. It notes every byte that clients send, as it is inside of TLS. */
final class TlsGate implements AutoCloseable {

    private final ServerSocket server;
    private final int port;
    private final boolean demandsCertificate;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /**
     * @param port the simulator's, on loopback
     * @param tls has the key, and trusts the certificates of clients
     * @param demandsCertificate whether clients need one
     */
    TlsGate(int port, SSLContext tls, boolean demandsCertificate) throws IOException {
        this.port = port;
        this.demandsCertificate = demandsCertificate;
        this.server = tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    String seen() {
        synchronized (seen) {
            return seen.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private void accept() {
        try {
            while (true) {
                SSLSocket client = (SSLSocket) server.accept();
                sockets.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SSLSocket client) {
        try (client;
                Socket org = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            sockets.add(org);
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            parameters.setNeedClientAuth(demandsCertificate);
            client.setSSLParameters(parameters);
            client.startHandshake();
            threads.execute(() -> copy(org, client, false));
            copy(client, org, true);
        } catch (IOException e) {
            // the client has gone, or has no certificate
        }
    }

    private void copy(Socket from, Socket to, boolean noted) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (noted) {
                    synchronized (seen) {
                        seen.write(buffer, 0, length);
                    }
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
