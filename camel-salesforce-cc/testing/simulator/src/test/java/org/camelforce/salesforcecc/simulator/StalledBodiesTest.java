package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send a part of a request and nothing more must not keep others from being served. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StalledBodiesTest {

    private static final String V = "/services/data/v67.0/";
    private static final int CLIENTS = 24;
    private static final int LIMIT_MILLIS = 10_000;

    private final SalesforceSimulator simulator = SalesforceSimulator.builder()
            .random(new Random(7))
            .maxThreads(8)
            .consolePort(0)
            .start();
    private final TestClient client = new TestClient(simulator);
    private final List<RawConnection> stalled = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (RawConnection connection : stalled) {
            connection.close();
        }
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /services/oauth2/token application/x-www-form-urlencoded",
                "POST /services/oauth2/introspect application/x-www-form-urlencoded",
                "POST " + V + "sobjects/Account application/json",
                "POST " + V + "sobjects/ContentVersion multipart/form-data;boundary=B",
                "POST " + V + "graphql application/json",
                "POST " + V + "jobs/ingest application/json",
                "POST /services/async/67.0/job application/xml",
                "POST /services/apexrest/orders application/json",
                "POST /cometd/67.0 application/json"
            })
    void othersWhenBodiesStopThenServed(String request) throws Exception {
        String[] parts = request.split(" ");
        String token = client.login();

        for (int i = 0; i < CLIENTS; i++) {
            stall(simulator.getLoginUrl(), parts, token, 100_000, "--B\r\n");
        }

        assertServes();
    }

    @Test
    void othersWhenLongBodiesStopThenServed() throws Exception {
        String token = client.login();
        String[] parts = {"POST", V + "sobjects/ContentVersion", "multipart/form-data;boundary=B"};

        for (int i = 0; i < CLIENTS; i++) {
            stall(simulator.getLoginUrl(), parts, token, 300_000_000, "--B\r\n" + "x".repeat(100_000));
        }

        assertServes();
    }

    @Test
    void consoleWhenBodiesStopThenServed() throws Exception {
        String url = simulator.getConsoleUrl().orElseThrow();

        for (int i = 0; i < CLIENTS; i++) {
            stall(url, new String[] {"POST", "/actions/endSessions", "application/json"}, "", 1_000, "{");
        }

        for (int i = 0; i < CLIENTS; i++) {
            HttpURLConnection page = (HttpURLConnection) URI.create(url).toURL().openConnection();
            page.setReadTimeout(LIMIT_MILLIS);
            assertThat(page.getResponseCode()).isEqualTo(200);
        }
    }

    /** Several times, because the server may not have begun with the other requests. */
    private void assertServes() {
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(client.requestToken().statusCode()).isEqualTo(200);
        }
    }

    private void stall(String url, String[] request, String token, int length, String start) throws Exception {
        RawConnection connection = new RawConnection(url);
        stalled.add(connection);
        String authority = URI.create(url).getAuthority();
        connection.write(
                request[0] + " " + request[1] + " HTTP/1.1\r\nHost: " + authority + "\r\nAuthorization: Bearer "
                        + token + "\r\nContent-Type: " + request[2] + "\r\nContent-Length: " + length
                        + "\r\nX-Simulator-Console: 1\r\nOrigin: http://" + authority + "\r\n\r\n" + start);
    }
}
