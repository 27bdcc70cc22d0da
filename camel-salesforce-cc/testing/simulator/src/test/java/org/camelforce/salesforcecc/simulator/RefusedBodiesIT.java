package org.camelforce.salesforcecc.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is refused without a look at its body must leave its connection usable. */
class RefusedBodiesIT {

    private static final String V = "/services/data/v67.0/";

    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().random(new Random(7)).start();
    private final TestClient client = new TestClient(simulator);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        simulator.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                        Arguments.of("POST", V + "sobjects/Account", false, 401),
                        Arguments.of("PATCH", V + "sobjects/Nothing/001000000000001AAA", true, 404),
                        Arguments.of("PUT", V + "sobjects/Account", true, 405),
                        Arguments.of("POST", V + "nothing", true, 404),
                        Arguments.of("POST", "/services/apexrest/nothing", true, 404),
                        Arguments.of("POST", "/services/async/67.0/job", false, 400),
                        Arguments.of("POST", "/nothing", true, 404),
                        Arguments.of("PUT", "/services/oauth2/token", false, 400),
                        Arguments.of("PUT", "/services/oauth2/introspect", false, 400),
                        Arguments.of("POST", "/services/oauth2/userinfo", false, 403),
                        Arguments.of("PUT", "/cometd/67.0", true, 405),
                        Arguments.of("POST", "/cometd/67.0", true, 413))
                .flatMap(refusal -> Stream.of(20, 200_000, 3_000_000)
                        .filter(size -> !refusal.get()[3].equals(413) || size > 32_768)
                        .map(size -> Arguments.of(
                                refusal.get()[0], refusal.get()[1], refusal.get()[2], refusal.get()[3], size)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void requestsWhenRefusedThenEachAnsweredOnOneConnection(
            String method, String path, boolean loggedIn, int status, int size) throws Exception {
        String token = loggedIn ? client.login() : "unknown";
        int before = simulator.openConnections();

        for (int i = 0; i < 10; i++) {
            assertThat(send(method, path, token, size).statusCode()).isEqualTo(status);
        }

        assertThat(simulator.openConnections() - before).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 20_000, 200_000, 3_000_000})
    void requestsWhenOverDailyLimitThenEachAnsweredOnOneConnection(int size) throws Exception {
        String token = client.login();
        simulator.apiUsage().setLimit(1);
        simulator.apiUsage().setUsed(1);
        int before = simulator.openConnections();

        for (int i = 0; i < 10; i++) {
            assertThat(send("POST", V + "sobjects/Account", token, size).statusCode())
                    .isEqualTo(403);
        }

        assertThat(simulator.openConnections() - before).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 20_000, 200_000, 3_000_000})
    void requestsWhenFaultAnswersBeforeBodyThenEachAnsweredOnOneConnection(int size) throws Exception {
        simulator.faults().inject(FaultPoint.REST_REQUEST, Fault.Answer.maintenancePage(), 10);
        int before = simulator.openConnections();

        for (int i = 0; i < 10; i++) {
            assertThat(send("POST", V + "sobjects/Account", "unknown", size).statusCode())
                    .isEqualTo(503);
        }

        assertThat(simulator.openConnections() - before).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 20_000, 200_000, 3_000_000})
    void answerWhenBodyComesAfterHeaderThenWaitsForIt(int size) throws Exception {
        try (RawConnection connection = new RawConnection(simulator.getLoginUrl())) {
            connection.write(header(size));
            assertThat(connection.hasAnswer()).isFalse();
            connection.write("x".repeat(size));

            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401").doesNotContain("Connection: close");

            connection.write(header(size) + "x".repeat(size));
            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void answerWhenStreamingMessageTooLargeAndRestComesLaterThenWaitsForIt() throws Exception {
        String head = "POST /cometd/67.0 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100000\r\n\r\n";
        try (RawConnection connection = new RawConnection(simulator.getLoginUrl())) {
            connection.write(head + body(40_000));
            assertThat(connection.hasAnswer()).isFalse();
            connection.write(" ".repeat(60_000));

            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 413").doesNotContain("Connection: close");
        }
    }

    @Test
    void answerWhenBodyIsChunkedThenReadToItsEnd() throws Exception {
        String head = header(0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
        try (RawConnection connection = new RawConnection(simulator.getLoginUrl())) {
            connection.write(head + "5\r\nhello\r\n");
            assertThat(connection.hasAnswer()).isFalse();
            connection.write("0\r\n\r\n");

            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401").doesNotContain("Connection: close");
        }
    }

    @Test
    void answerWhenBodyIsDeclaredLongerThanLimitThenSaysThatConnectionCloses() throws Exception {
        try (RawConnection connection = new RawConnection(simulator.getLoginUrl())) {
            connection.write(header(50 * 1024 * 1024 + 1));

            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401").contains("Connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void answerWhenClientExpectsContinueThenAsksForBodyAndRefuses() throws Exception {
        String head = header(5).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n");
        try (RawConnection connection = new RawConnection(simulator.getLoginUrl())) {
            connection.write(head);
            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 100");
            connection.write("hello");

            assertThat(connection.readAnswer()).startsWith("HTTP/1.1 401").doesNotContain("Connection: close");
        }
    }

    private static String header(int length) {
        return "POST " + V + "sobjects/Account HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer unknown\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** The beginning of an array of messages. */
    private static String body(int size) {
        return "[" + " ".repeat(size - 1);
    }

    private HttpResponse<String> send(String method, String path, String token, int size)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(body(size).getBytes(US_ASCII)))
                        .build(),
                BodyHandlers.ofString());
    }
}
