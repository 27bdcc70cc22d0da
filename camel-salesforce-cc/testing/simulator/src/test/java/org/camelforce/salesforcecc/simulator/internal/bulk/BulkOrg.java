package org.camelforce.salesforcecc.simulator.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** An org whose jobs end at once, or wait for its clock, and a client of its Bulk APIs. */
final class BulkOrg implements AutoCloseable {

    static final String V = "/services/data/v67.0/jobs/";
    static final String INSERT = "{\"object\":\"Account\",\"operation\":\"insert\"}";

    private static final ObjectMapper JSON = new ObjectMapper();

    final ManualTime time = new ManualTime(Instant.parse("2026-11-20T10:00:00Z"));
    final SalesforceSimulator simulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    BulkOrg() {
        this(Duration.ZERO, Duration.ZERO);
    }

    BulkOrg(Duration queued, Duration inProgress) {
        simulator = SalesforceSimulator.builder()
                .random(new Random(7))
                .time(time)
                .bulkJobTimes(queued, inProgress)
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 40)
                                        .asExternalId()
                                        .asUnique(),
                                FieldDefinition.checkbox("Active__c", false)))
                .start();
        relogin();
    }

    void relogin() {
        String form = "grant_type=client_credentials&client_id=" + simulator.getClientId() + "&client_secret="
                + simulator.getClientSecret();
        token = json(send(HttpRequest.newBuilder(uri("/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build()))
                .path("access_token")
                .asText();
    }

    String token() {
        return token;
    }

    HttpResponse<String> send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create(simulator.getLoginUrl() + path);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    HttpResponse<String> patch(String path, String json) {
        return send("PATCH", path, "application/json", json);
    }

    HttpResponse<String> put(String path, String csv) {
        return send("PUT", path, "text/csv", csv);
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    /** Creates a job that has to be accepted, and answers its path. */
    String create(String json) {
        return created(post(V + "ingest", json), V + "ingest/");
    }

    String createQuery(String json) {
        return created(post(V + "query", json), V + "query/");
    }

    private static String created(HttpResponse<String> response, String resource) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return resource + json(response).path("id").asText();
    }

    /** Creates, uploads and closes a job, and answers its path when it has ended. */
    String run(String json, String csv) {
        String job = create(json);
        assertThat(put(job + "/batches", csv).statusCode()).isEqualTo(201);
        assertThat(close(job).statusCode()).isEqualTo(200);
        awaitEnd(job);
        return job;
    }

    HttpResponse<String> close(String job) {
        return patch(job, "{\"state\":\"UploadComplete\"}");
    }

    HttpResponse<String> abort(String job) {
        return patch(job, "{\"state\":\"Aborted\"}");
    }

    String state(String job) {
        return json(get(job)).path("state").asText();
    }

    void awaitState(String job, String state) {
        Awaitility.await().untilAsserted(() -> assertThat(state(job)).isEqualTo(state));
    }

    void awaitEnd(String job) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(state(job)).isIn(List.of("JobComplete", "Failed", "Aborted")));
    }

    void awaitProcessed(String job, int rows) {
        Awaitility.await().untilAsserted(() -> assertThat(info(job, "numberRecordsProcessed"))
                .isEqualTo(String.valueOf(rows)));
    }

    String info(String job, String field) {
        return json(get(job)).path(field).asText();
    }

    List<String> names() {
        return simulator.records().query("SELECT Name FROM Account ORDER BY Name").stream()
                .map(row -> row.path("Name").asText())
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
