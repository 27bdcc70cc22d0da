package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** An org with something behind each resource, and a client of it. */
final class Shop implements AutoCloseable {

    static final String V = "/services/data/v67.0/";
    static final String ASYNC = "/services/async/67.0/job";
    static final String JSON = "application/json";
    static final ObjectMapper MAPPER = new ObjectMapper();

    final SalesforceSimulator simulator = SalesforceSimulator.builder()
            .random(new Random(7))
            .dailyApiRequests(10_000_000)
            .loginsPerHour(1_000_000)
            .queryBatchSize(200)
            .streamingTimeouts(Duration.ofMillis(50), Duration.ofSeconds(5))
            .schema(Schema.standard()
                    .withFields(
                            "Account",
                            FieldDefinition.text("Legacy_Id__c", 40)
                                    .asExternalId()
                                    .asUnique())
                    .with(SObjectDefinition.platformEvent("Order__e")
                            .fields(FieldDefinition.text("Number__c", 10))
                            .build()))
            .start();
    final Wire wire = new Wire(simulator.getLoginUrl());
    final String report = simulator.reports().define(Report.of("All", "Account", "Name", "Industry"));
    private final AtomicInteger numbers = new AtomicInteger();
    private String token = login();

    Shop() {
        for (int i = 0; i < 250; i++) {
            create("Contact", Map.of("LastName", "C" + i, "AccountId", account()));
        }
        simulator.reports().setRunTime(Duration.ZERO);
        simulator.approvals().define(Approvals.Process.of("P", "Account").withApprovers(user()));
        simulator.approvals().defineRule("Rule", "Account");
        simulator.apex().on("GET", "/orders/*", request -> Map.of("rest", request.rest(), "params", request.params()));
        simulator
                .apex()
                .on(
                        "POST",
                        "/orders",
                        request -> Map.of("length", request.text().length()));
    }

    /** The account with external id A-1, even if the former one has been deleted. */
    String account() {
        List<ObjectNode> found = simulator.records().query("SELECT Id FROM Account WHERE Legacy_Id__c = 'A-1'");
        return found.isEmpty()
                ? create("Account", Map.of("Name", "Acme", "Legacy_Id__c", "A-1", "Industry", "Energy"))
                : found.get(0).path("Id").asText();
    }

    int next() {
        return numbers.incrementAndGet();
    }

    String user() {
        return simulator.runAsUserId().orElseThrow();
    }

    String token() {
        return token;
    }

    void relogin() {
        token = login();
    }

    String login() {
        return call(new Draft("POST", "/services/oauth2/token").body("application/x-www-form-urlencoded", loginForm()))
                .path("access_token")
                .asText();
    }

    String loginForm() {
        return "grant_type=client_credentials&client_id=" + simulator.getClientId() + "&client_secret="
                + simulator.getClientSecret();
    }

    String create(String type, Map<String, String> fields) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        fields.forEach(record::put);
        return simulator.records().create(type, record, simulator.runAsUserId().orElseThrow());
    }

    String someAccount() {
        return create("Account", Map.of("Name", "Other"));
    }

    /** The external id of a new account. */
    String externalId() {
        String externalId = "B-" + next();
        create("Account", Map.of("Name", "Other", "Legacy_Id__c", externalId));
        return externalId;
    }

    Draft get(String target) {
        return with("GET", target);
    }

    Draft with(String method, String target) {
        return new Draft(method, target).header("Authorization", "Bearer " + token);
    }

    Draft json(String method, String target, String json) {
        return with(method, target).body(JSON, json.replace('`', '"'));
    }

    /** Sends a request that has to be accepted. */
    JsonNode call(Draft request) {
        try {
            Answer answer = wire.send(request);
            if (answer.status() == 401) {
                relogin();
                answer = wire.send(request.header("Authorization", "Bearer " + token));
            }
            if (answer.status() >= 300 || answer.status() < 200) {
                throw new IllegalStateException(
                        request.method + " " + request.target() + ": " + answer.status() + " " + answer.text());
            }
            return answer.header("content-type").contains("json") ? MAPPER.readTree(answer.body()) : MAPPER.nullNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String locator(Draft page) {
        try {
            return wire.send(page).header("sforce-locator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ingestJob(boolean uploaded) {
        String id = call(json("POST", V + "jobs/ingest", "{`object`:`Account`,`operation`:`insert`}"))
                .path("id")
                .asText();
        if (uploaded) {
            call(with("PUT", V + "jobs/ingest/" + id + "/batches").body("text/csv", "Name\nOne\nTwo\n"));
        }
        return id;
    }

    String endedIngestJob() {
        String id = ingestJob(true);
        call(json("PATCH", V + "jobs/ingest/" + id, "{`state`:`UploadComplete`}"));
        return awaitEnd(V + "jobs/ingest/", id);
    }

    String queryJob() {
        String id = call(json("POST", V + "jobs/query", "{`operation`:`query`,`query`:`SELECT Id FROM Contact`}"))
                .path("id")
                .asText();
        return awaitEnd(V + "jobs/query/", id);
    }

    private String awaitEnd(String path, String id) {
        org.awaitility.Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> call(get(path + id)).path("state").asText().matches("JobComplete|Failed"));
        return id;
    }

    String classicJob(String type) {
        return call(json("POST", ASYNC, "{`operation`:`insert`,`object`:`Account`,`contentType`:`" + type + "`}"))
                .path("id")
                .asText();
    }

    /** Path of a batch that has ended. */
    String classicBatch() {
        String job = ASYNC + "/" + classicJob("CSV") + "/batch";
        JsonNode batch = call(with("POST", job).header("Accept", JSON).body("text/csv", "Name\nOne\n"));
        String path = job + "/" + batch.path("id").asText();
        org.awaitility.Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> call(get(path)
                        .header("Accept", JSON))
                .path("state")
                .asText()
                .matches("Completed|Failed"));
        return path;
    }

    String cometdClient() {
        return call(json(
                        "POST",
                        "/cometd/67.0",
                        "[{`channel`:`/meta/handshake`,`version`:`1.0`,`id`:`1`,"
                                + "`supportedConnectionTypes`:[`long-polling`],`ext`:{`replay`:true}}]"))
                .path(0)
                .path("clientId")
                .asText();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() throws IOException {
        wire.close();
        simulator.close();
    }
}
