package org.camelforce.salesforcecc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static ApiEndPoint socketOf(Request request) throws Exception {
        CompletableFuture<Connection> connection = new CompletableFuture<>();
        request.onComplete(result -> connection.complete(request.getConnection()))
                .timeout(20, TimeUnit.SECONDS)
                .send();
        return (ApiEndPoint) ((AbstractConnection) connection.get(20, TimeUnit.SECONDS)).getEndPoint();
    }
}
