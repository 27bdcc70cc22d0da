package org.camelforce.salesforcecc.simulator.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupFileTest {

    private final SalesforceSimulator simulator = SalesforceSimulator.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void applyWhenMethodQueriesThenRowsWithBoundValues() throws Exception {
        apply(
                "{\"apexRest\":[{\"method\":\"GET\",\"url\":\"/accounts/*\",",
                "\"query\":\"SELECT Name FROM Account WHERE Name = :rest AND Industry IN (:industry)\"}]}");
        create("O'Neil", "Energy");
        create("O'Neil", "Media");

        HttpResponse<String> answer = call("GET", "/accounts/O'Neil?industry=Energy", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("[{\"Name\":\"O'Neil\"}]");
    }

    @Test
    void applyWhenRequestLacksAParameterOfTheQueryThenApexError() throws Exception {
        apply(
                "{\"apexRest\":[{\"method\":\"GET\",\"url\":\"/accounts\",",
                "\"query\":\"SELECT Name FROM Account WHERE Name = :name\"}]}");

        HttpResponse<String> answer = call("GET", "/accounts", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("APEX_ERROR", "the request has no parameter name");
    }

    @Test
    void applyWhenMethodCreatesThenRecord() throws Exception {
        apply("{\"apexRest\":[{\"method\":\"POST\",\"url\":\"/a\",\"create\":\"Account\",\"status\":201}]}");

        HttpResponse<String> answer = call("POST", "/a", "{\"Name\":\"Acme\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(simulator.records().query("SELECT Id FROM Account WHERE Name = 'Acme'"))
                .singleElement()
                .satisfies(account -> assertThat(answer.body())
                        .isEqualTo('"' + account.path("Id").asText() + '"'));
    }

    @Test
    void applyWhenMethodHasAnAnswerOrAnErrorOrNeitherThenThat() throws Exception {
        apply(
                "{\"apexRest\":[{\"method\":\"GET\",\"url\":\"/a\",\"answer\":{\"open\":true}},",
                "{\"method\":\"GET\",\"url\":\"/e\",\"error\":\"out of order\"},",
                "{\"method\":\"GET\",\"url\":\"/n\",\"status\":202}]}");

        assertThat(call("GET", "/a", "").body()).isEqualTo("{\"open\":true}");
        assertThat(call("GET", "/e", "").body()).contains("APEX_ERROR", "out of order");
        assertThat(call("GET", "/n", "").statusCode()).isEqualTo(202);
    }

    @Test
    void applyWhenThereAreProcessesAndReportsThenDefined() throws Exception {
        apply(
                "{\"approvalProcesses\":[{\"name\":\"Check\",\"object\":\"Account\",",
                "\"approvers\":[\"integration@simulator.example\"]}],",
                "\"workflowRules\":[{\"name\":\"Notify\",\"object\":\"Account\"}],",
                "\"reports\":[{\"name\":\"Accounts\",\"object\":\"Account\",\"columns\":[\"Name\"],",
                "\"groupings\":[\"Industry\"],",
                "\"filters\":[{\"column\":\"Name\",\"operator\":\"equals\",\"value\":\"Acme\"}]}]}");

        assertThat(get("process/approvals")).contains("\"name\":\"Check\"");
        assertThat(get("process/rules")).contains("\"name\":\"Notify\"");
        assertThat(get("analytics/reports")).contains("\"name\":\"Accounts\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apex\":[]}",
                "{\"apexRest\":{}}",
                "{\"apexRest\":[{\"url\":\"/a\"}]}",
                "{\"apexRest\":[{\"method\":\"GET\"}]}",
                "{\"apexRest\":[{\"method\":\"HEAD\",\"url\":\"/a\"}]}",
                "{\"apexRest\":[{\"method\":\"GET\",\"url\":\"a\"}]}",
                "{\"apexRest\":[{\"method\":\"GET\",\"url\":\"/a\",\"query\":\"x\",\"answer\":1}]}",
                "{\"approvalProcesses\":[{\"name\":\"x\"}]}",
                "{\"approvalProcesses\":[{\"name\":\"x\",\"object\":\"Account\",\"approvers\":[\"nobody\"]}]}",
                "{\"workflowRules\":[{\"name\":\"x\",\"object\":\"Account\",\"active\":true}]}",
                "{\"reports\":[{\"name\":\"x\",\"object\":\"Nope\",\"columns\":[\"Name\"]}]}",
                "{\"reports\":[{\"name\":\"x\",\"object\":\"Account\",\"columns\":[\"Nope\"]}]}"
            })
    void applyWhenFileIsNotValidThenProblemNamesFileAndLine(String content) {
        assertThatExceptionOfType(SetupFileException.class)
                .isThrownBy(() -> apply(content))
                .withMessageContaining("test.json");
    }

    private void apply(String... lines) throws Exception {
        simulator.apply(SetupFile.read(TestFiles.write(folder, lines)));
    }

    private void create(String name, String industry) {
        simulator
                .records()
                .create(
                        "Account",
                        JsonNodeFactory.instance.objectNode().put("Name", name).put("Industry", industry),
                        simulator.runAsUserId().orElseThrow());
    }

    private String get(String resource) throws Exception {
        return send("GET", "/services/data/v67.0/" + resource, "").body();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return send(method, "/services/apexrest" + path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> login = client.send(
                HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + "/services/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + simulator.getClientId() + "&client_secret=" + simulator.getClientSecret()))
                        .build(),
                BodyHandlers.ofString());
        String token = login.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        return client.send(
                HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
