package org.camelforce.salesforcecc.loadtests.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;

/** A client of Bulk API 2.0 that keeps no data in memory. */
final class BulkClient {

    private static final String JOBS = "/services/data/v67.0/jobs/";
    private static final String JSON_TYPE = "application/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;

    BulkClient(String url, String clientId, String clientSecret) throws IOException, InterruptedException {
        this.url = url;
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret;
        this.token = json(HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .path("access_token")
                .asText();
    }

    /** Creates a job, uploads its data and closes it. Answers its path. */
    String ingest(String object, Supplier<InputStream> csv) throws IOException, InterruptedException {
        String job = create("ingest", Map.of("object", object, "operation", "insert"));
        HttpResponse<String> uploaded = http.send(
                request(job + "/batches", "PUT", BodyPublishers.ofInputStream(csv), "text/csv"),
                BodyHandlers.ofString());
        if (uploaded.statusCode() != 201) {
            throw new IOException(uploaded.statusCode() + " " + uploaded.body());
        }
        json(request(job, "PATCH", BodyPublishers.ofString("{\"state\":\"UploadComplete\"}"), JSON_TYPE));
        return job;
    }

    String query(String soql) throws IOException, InterruptedException {
        return create("query", Map.of("operation", "query", "query", soql));
    }

    JsonNode info(String job) throws IOException, InterruptedException {
        return json(request(job, "GET", BodyPublishers.noBody(), JSON_TYPE));
    }

    /** Opens a result; the caller closes the body. */
    HttpResponse<InputStream> results(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                http.send(request(path, "GET", BodyPublishers.noBody(), JSON_TYPE), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + " of " + path);
        }
        return response;
    }

    private String create(String kind, Map<String, String> job) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofString(JSON.writeValueAsString(job));
        return JOBS + kind + "/"
                + json(request(JOBS + kind, "POST", body, JSON_TYPE)).path("id").asText();
    }

    private HttpRequest request(String path, String method, BodyPublisher body, String contentType) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
    }

    private JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
