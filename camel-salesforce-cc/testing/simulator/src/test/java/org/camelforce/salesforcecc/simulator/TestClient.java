package org.camelforce.salesforcecc.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What a client of the simulator does. */
final class TestClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SalesforceSimulator simulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestClient(SalesforceSimulator simulator) {
        this.simulator = simulator;
    }

    static String login(String loginUrl, String clientId, String clientSecret) {
        HttpRequest.Builder request = formRequest(
                URI.create(loginUrl + "/services/oauth2/token"),
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret));
        return json(send(HttpClient.newHttpClient(), request.build()))
                .get("access_token")
                .asText();
    }

    String login() {
        return json(requestToken()).get("access_token").asText();
    }

    HttpResponse<String> requestToken() {
        return postForm("/services/oauth2/token", credentials());
    }

    Map<String, String> credentials() {
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", simulator.getClientId(),
                "client_secret", simulator.getClientSecret());
    }

    /** Posts the login as a client does that uses the given host, by way of a proxy which is the simulator itself. */
    HttpResponse<String> requestTokenAtHost(String host) {
        int port = URI.create(simulator.getLoginUrl()).getPort();
        HttpClient viaSimulator = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", port)))
                .build();
        return send(
                viaSimulator,
                formRequest(URI.create("http://" + host + "/services/oauth2/token"), credentials())
                        .build());
    }

    HttpResponse<String> postForm(String path, Map<String, String> form, String... headers) {
        HttpRequest.Builder request = formRequest(uri(path), form);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(http, request.build());
    }

    HttpResponse<String> get(String path, String token) {
        return send(http, getRequest(path, "Bearer " + token));
    }

    HttpResponse<String> getWithHeader(String path, String name, String value) {
        return send(http, HttpRequest.newBuilder(uri(path)).header(name, value).build());
    }

    HttpResponse<String> getAnonymously(String path) {
        return send(http, HttpRequest.newBuilder(uri(path)).build());
    }

    HttpResponse<String> post(String path, String token) throws IOException, InterruptedException {
        return http.send(postRequest(path, token), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, String token) {
        return http.sendAsync(postRequest(path, token), BodyHandlers.ofString());
    }

    HttpResponse<String> request(String method, String path, String token, String body) {
        return send(
                http,
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<String> requestToken(String clientId, String clientSecret) {
        return postForm(
                "/services/oauth2/token",
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret));
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private HttpRequest getRequest(String path, String authorization) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", authorization)
                .build();
    }

    private HttpRequest postRequest(String path, String token) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private static HttpRequest.Builder formRequest(URI uri, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private URI uri(String path) {
        return URI.create(simulator.getLoginUrl() + path);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
