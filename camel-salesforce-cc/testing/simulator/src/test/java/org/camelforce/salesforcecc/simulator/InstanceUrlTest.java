package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an org says that it is. */
class InstanceUrlTest {

    private SalesforceSimulator simulator = SalesforceSimulator.start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9999, http://127.0.0.1:9999",
        "127.0.0.2:9999, http://127.0.0.2:9999",
        "org:8280, http://org:8280",
        "my_org:8280, http://my_org:8280",
        "[::1]:9999, http://[::1]:9999",
        "acme.my.salesforce.com, http://acme.my.salesforce.com",
        "localhost:9999, http://127.0.0.1:9999",
        "LOCALHOST, http://127.0.0.1"
    })
    void loginWhenSentToAHostThenInstanceUrlIsThere(String host, String expected) throws Exception {
        JsonNode answer = login(host);

        assertThat(answer.path("instance_url").asText()).isEqualTo(expected);
        assertThat(answer.path("id").asText()).startsWith(expected + "/id/");
    }

    @Test
    void loginWhenForwardedFromHttpsThenInstanceUrlIsHttps() throws Exception {
        assertThat(login("org.example", "X-Forwarded-Proto: https")
                        .path("instance_url")
                        .asText())
                .isEqualTo("https://org.example");
    }

    @Test
    void loginWhenHostIsConfiguredThenItReplacesLocalhostAlone() throws Exception {
        restart(SalesforceSimulator.builder().host("localhost"));

        assertThat(simulator.getLoginUrl()).startsWith("http://localhost:");
        assertThat(login("localhost:1").path("instance_url").asText()).isEqualTo("http://localhost:1");
        assertThat(login("127.0.0.1:1").path("instance_url").asText()).isEqualTo("http://127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void startWhenBoundToAnAddressThenLoginUrlHasItAndOthersAreClosed(String address) throws Exception {
        restart(SalesforceSimulator.builder().bindAddress(address));

        assertThat(URI.create(simulator.getLoginUrl()).getHost()).isEqualTo(address);
        assertThat(new TestClient(simulator).requestToken().statusCode()).isEqualTo(200);
        assertThat(isOpen("127.0.0.3")).isFalse();
    }

    @Test
    void startWhenBoundToAllAddressesThenLoginUrlIsLoopbackAndOthersAreOpen() {
        restart(SalesforceSimulator.builder().bindAddress("0.0.0.0"));

        assertThat(URI.create(simulator.getLoginUrl()).getHost()).isEqualTo("127.0.0.1");
        assertThat(isOpen("127.0.0.3")).isTrue();
    }

    private void restart(SalesforceSimulator.Builder settings) {
        simulator.close();
        simulator = settings.start();
    }

    private boolean isOpen(String address) {
        try (Socket socket =
                new Socket(address, URI.create(simulator.getLoginUrl()).getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the request by hand: Java's client does not send another host than it connects to. */
    private JsonNode login(String host, String... headers) throws IOException {
        Map<String, String> credentials = new TestClient(simulator).credentials();
        String body = "grant_type=client_credentials&client_id=" + credentials.get("client_id") + "&client_secret="
                + credentials.get("client_secret");
        URI url = URI.create(simulator.getLoginUrl());
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            String head = "POST /services/oauth2/token HTTP/1.1\r\nHost: " + host + "\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                    + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return TestClient.json(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        }
    }
}
