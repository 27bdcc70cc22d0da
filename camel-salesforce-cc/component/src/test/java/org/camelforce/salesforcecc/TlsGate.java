package org.camelforce.salesforcecc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS in front of a simulator that speaks without. It notes every byte that clients send, as it is inside of TLS. */
final class TlsGate implements AutoCloseable {

    private final NotedConnections connections;
    private final int port;
    private final boolean demandsCertificate;

    /**
     * @param port the simulator's, on loopback
     * @param tls has the key, and trusts the certificates of clients
     * @param demandsCertificate whether clients need one
     */
    TlsGate(int port, SSLContext tls, boolean demandsCertificate) throws IOException {
        this.port = port;
        this.demandsCertificate = demandsCertificate;
        this.connections = new NotedConnections(
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        connections.accept(client -> serve((SSLSocket) client));
    }

    int port() {
        return connections.port();
    }

    String seen() {
        return connections.seen();
    }

    private void serve(SSLSocket client) {
        try (client;
                Socket org = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            connections.add(org);
            SSLParameters parameters = client.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            parameters.setNeedClientAuth(demandsCertificate);
            client.setSSLParameters(parameters);
            client.startHandshake();
            connections.relay(client, org);
        } catch (IOException e) {
            // the client has gone, or has no certificate
        }
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
