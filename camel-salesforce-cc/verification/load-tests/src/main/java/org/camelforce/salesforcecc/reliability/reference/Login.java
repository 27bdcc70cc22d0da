package org.camelforce.salesforcecc.reliability.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;

/** Asks for a token with the client credentials grant. */
final class Login {

    private static final int OK = 200;

    private final OrgAddress org;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    Login(OrgAddress org) {
        this.org = org;
    }

    /** @throws IOException if there is no token to be had now */
    String token() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(org.clientId()) + "&client_secret="
                + encoded(org.clientSecret());
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.loginUrl() + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("login denied with status " + answer.statusCode());
        }
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
