package org.camelforce.salesforcecc.consumer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody else does in the org: not by the component. */
final class Org {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> options;

    /** @param options login-url, client-id and client-secret */
    Org(Map<String, String> options) {
        this.options = options;
    }

    void createAccount(String name) throws IOException, InterruptedException {
        String token = post(
                "/services/oauth2/token",
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=" + options.get("client-id") + "&client_secret="
                        + options.get("client-secret"),
                "");
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.find()) {
            throw new IOException("The answer has no token");
        }
        post(
                "/services/data/v62.0/sobjects/Account",
                "application/json",
                "{\"Name\":\"" + name + "\"}",
                matcher.group(1));
    }

    private String post(String path, String contentType, String body, String token)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(options.get("login-url") + path))
                        .header("Content-Type", contentType)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
