package org.camelforce.salesforcecc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which answers the thread reads that selects. */
class ApiTransportTest {

    private final HttpClient http = new ApiHttpClient(TransportSettings.ofPlatform());
    private final ConnectionOwner owner = new ConnectionOwner(response -> {});
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        http.start();
        server = new ScriptedServer(connection -> ScriptedServer.write(connection, "HTTP/1.1 204 No Content\r\n\r\n"));
    }

    @AfterEach
    void stop() throws Exception {
        http.stop();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void answerWhenItIsThatOfAnOperationThenReadWhereSelected(ConnectionOwner.Use use) throws Exception {
        ApiEndPoint socket = socketOf(owner.own(http.newRequest(server.uri()), use));

        await().until(socket::isFillInterested);
        assertThat(socket.getFillInterest().getCallbackInvocationType())
                .isEqualTo(
                        use == ConnectionOwner.Use.OPERATIONS ? InvocationType.NON_BLOCKING : InvocationType.BLOCKING);
    }

    /** Before TLS 1.3, a server may begin another handshake at any time. */
    @ParameterizedTest
    @CsvSource({"TLSv1.3,NON_BLOCKING", "TLSv1.2,BLOCKING"})
    void answerWhenAnotherHandshakeIsPossibleThenNotReadWhereSelected(String protocol, InvocationType expected)
            throws Exception {
        HttpClient client = new ApiHttpClient(TransportSettings.of(TestTls.trusting()));
        ExecutorService servers = Executors.newSingleThreadExecutor();
        try (SSLServerSocket tlsServer = (SSLServerSocket)
                TestTls.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            tlsServer.setEnabledProtocols(new String[] {protocol});
            client.start();
            Future<?> served = servers.submit(() -> {
                try (Socket connection = tlsServer.accept()) {
                    connection.getInputStream().read();
                    ScriptedServer.write(connection, "HTTP/1.1 204 No Content\r\n\r\n");
                    ScriptedServer.awaitClosed(connection);
                }
                return null;
            });
            Request request = owner.own(
                    client.newRequest("https://localhost:" + tlsServer.getLocalPort()), ConnectionOwner.Use.OPERATIONS);
            ApiEndPoint socket = socketOf(request);

            await().until(() ->
                    socket.isFillInterested() && socket.getFillInterest().getCallbackInvocationType() == expected);
            client.stop();
            served.get(30, TimeUnit.SECONDS);
        } finally {
            client.stop();
            servers.shutdownNow();
        }
    }

    private static ApiEndPoint socketOf(Request request) throws Exception {
        CompletableFuture<Connection> connection = new CompletableFuture<>();
        request.onComplete(result -> connection.complete(request.getConnection()))
                .timeout(20, TimeUnit.SECONDS)
                .send();
        EndPoint endPoint = ((AbstractConnection) connection.get(30, TimeUnit.SECONDS)).getEndPoint();
        return (ApiEndPoint) (endPoint instanceof EndPoint.Wrapper decrypted ? decrypted.unwrap() : endPoint);
    }
}
