package org.camelforce.salesforcecc.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalhostKeyTest {

    private static LocalhostKey key;

    @BeforeAll
    static void create() {
        key = LocalhostKey.create();
    }

    @Test
    void trustStoreWhenAClientHasItThenItAcceptsTheServerByName() throws Exception {
        assertThat(handshake("localhost", key.trustStore())).isTrue();
    }

    @Test
    void trustStoreWhenAClientHasItThenItAcceptsTheServerByAddress() throws Exception {
        assertThat(handshake("127.0.0.1", key.trustStore())).isTrue();
    }

    @Test
    void writeTrustStoreWhenReadThenTheCertificateIsAllThereIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("trusted.p12");

        key.writeTrustStore(file, "changeit");

        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in, "changeit".toCharArray());
        }
        assertThat(read.size()).isEqualTo(1);
        assertThat(read.getCertificate(LocalhostKey.ALIAS)).isEqualTo(key.certificate());
    }

    private static boolean handshake(String host, KeyStore trusted) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        try (SSLServerSocket server = (SSLServerSocket)
                key.tls().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread greeter = new Thread(() -> {
                try (SSLSocket accepted = (SSLSocket) server.accept()) {
                    accepted.getOutputStream().write(1);
                } catch (Exception e) {
                    Thread.currentThread().interrupt();
                }
            });
            greeter.start();
            try (SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(host, server.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                return socket.getInputStream().read() == 1;
            } finally {
                greeter.join();
            }
        }
    }
}
