package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is read in the character set that its header names. */
class CharacterSetsTest {

    private static final String V = "/services/data/v67.0/";
    private static final String NAME = "Caf\u00e9 M\u00fcnchen";
    private static final String JSON = "{\"Name\":\"" + NAME + "\"}";
    private static final String XML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Account><Name>" + NAME + "</Name></Account>";

    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().random(new Random(7)).start();
    private final String token = new TestClient(simulator).login();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "iso-8859-1", "UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-32"})
    void createWhenJsonHasACharacterSetThenReadInIt(String charset) throws Exception {
        HttpResponse<String> answer =
                send("POST", V + "sobjects/Account", "application/json; charset=" + charset, bytes(JSON, charset));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(name()).isEqualTo(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16BE"})
    void createWhenXmlHasACharacterSetThenReadInItWhateverItDeclares(String charset) throws Exception {
        HttpResponse<String> answer =
                send("POST", V + "sobjects/Account", "application/xml;charset=\"" + charset + '"', bytes(XML, charset));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(name()).isEqualTo(NAME);
    }

    @Test
    void createWhenLongTextHasPairsOfCharactersThenAllAreRead() throws Exception {
        String text = "x" + "\uD83D\uDE00".repeat(15_000);
        HttpResponse<String> answer = send(
                "POST",
                V + "sobjects/Account",
                "application/json;charset=UTF-16BE",
                bytes("{\"Name\":\"Acme\",\"Description\":\"" + text + "\"}", "UTF-16BE"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(simulator
                        .records()
                        .query("SELECT Description FROM Account")
                        .get(0)
                        .path("Description")
                        .asText())
                .isEqualTo(text);
    }

    @Test
    void apexWhenJsonHasACharacterSetThenReadInIt() throws Exception {
        simulator.apex().on("POST", "/names", request -> request.json().path("Name"));

        HttpResponse<String> answer = send(
                "POST", "/services/apexrest/names", "application/json;charset=ISO-8859-1", bytes(JSON, "ISO-8859-1"));

        assertThat(answer.body()).isEqualTo('"' + NAME + '"');
    }

    @Test
    void ingestWhenDataHasACharacterSetThenReadInIt() throws Exception {
        String jobs = V + "jobs/ingest";
        String id = TestClient.json(send(
                        "POST",
                        jobs,
                        "application/json",
                        bytes("{\"object\":\"Account\",\"operation\":\"insert\"}", "UTF-8")))
                .path("id")
                .asText();

        send("PUT", jobs + "/" + id + "/batches", "text/csv;charset=ISO-8859-1", bytes("Name\n" + NAME, "ISO-8859-1"));
        send("PATCH", jobs + "/" + id, "application/json", bytes("{\"state\":\"UploadComplete\"}", "UTF-8"));

        Awaitility.await().untilAsserted(() -> assertThat(name()).isEqualTo(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSV", "XML", "JSON"})
    void classicBatchWhenDataHasACharacterSetThenReadInIt(String format) throws Exception {
        String jobs = "/services/async/67.0/job";
        String id = TestClient.json(send(
                        "POST",
                        jobs,
                        "application/json",
                        bytes(
                                "{\"object\":\"Account\",\"operation\":\"insert\",\"contentType\":\"" + format + "\"}",
                                "UTF-8")))
                .path("id")
                .asText();
        Map<String, String> types = Map.of("CSV", "text/csv", "XML", "application/xml", "JSON", "application/json");
        Map<String, String> rows = Map.of(
                "CSV",
                "Name\n" + NAME,
                "XML",
                "<?xml version='1.0' encoding='UTF-8'?>"
                        + "<sObjects xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><sObject><Name>" + NAME
                        + "</Name></sObject></sObjects>",
                "JSON",
                "[" + JSON + "]");

        HttpResponse<String> batch = send(
                "POST",
                jobs + "/" + id + "/batch",
                types.get(format) + "; charset=ISO-8859-1",
                bytes(rows.get(format), "ISO-8859-1"));

        assertThat(batch.statusCode()).as(batch.body()).isEqualTo(201);
        Awaitility.await().untilAsserted(() -> assertThat(name()).isEqualTo(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {V + "sobjects/ContentVersion", V + "jobs/ingest"})
    void multipartWhenJsonHasACharacterSetThenReadInItOrRefused(String path) throws Exception {
        String record = path.endsWith("ingest")
                ? "{\"object\":\"Account\",\"operation\":\"insert\"}"
                : "{\"Title\":\"" + NAME + "\",\"PathOnClient\":\"a.txt\"}";
        String content = path.endsWith("ingest") ? "Name\n" + NAME : "x";

        HttpResponse<String> answer = multipart(path, "ISO-8859-1", record, content);
        HttpResponse<String> refused = multipart(path, "nope", record, content);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        Awaitility.await().untilAsserted(() -> assertThat(
                        path.endsWith("ingest")
                                ? name()
                                : simulator
                                        .records()
                                        .query("SELECT Title FROM ContentVersion")
                                        .get(0)
                                        .path("Title")
                                        .asText())
                .isEqualTo(NAME));
        assertThat(refused.statusCode()).as(refused.body()).isIn(400, 415);
    }

    private HttpResponse<String> multipart(String path, String charset, String record, String content)
            throws IOException, InterruptedException {
        String body = "--B\r\nContent-Disposition: form-data; name=\"job\"\r\nContent-Type: application/json; charset="
                + charset + "\r\n\r\n" + record + "\r\n--B\r\nContent-Disposition: form-data; name=\""
                + (path.endsWith("ingest") ? "content" : "VersionData")
                + "\"; filename=\"content\"\r\nContent-Type: text/csv; charset=ISO-8859-1\r\n\r\n" + content
                + "\r\n--B--\r\n";
        return send("POST", path, "multipart/form-data; boundary=B", bytes(body, "ISO-8859-1"));
    }

    private String name() {
        return simulator.records().query("SELECT Name FROM Account").stream()
                .map(row -> row.path("Name").asText())
                .findFirst()
                .orElse("");
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    private HttpResponse<String> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
