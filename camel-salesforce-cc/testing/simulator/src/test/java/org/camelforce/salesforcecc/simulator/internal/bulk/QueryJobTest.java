package org.camelforce.salesforcecc.simulator.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.INSERT;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.V;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJobTest {

    private final BulkOrg org = new BulkOrg();

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void createWhenAcceptedThenUploadCompleteWithTheDocumentedFields() {
        HttpResponse<String> answer =
                org.post(V + "query", "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}");

        JsonNode job = json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(job.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "operation",
                        "object",
                        "createdById",
                        "createdDate",
                        "systemModstamp",
                        "state",
                        "concurrencyMode",
                        "contentType",
                        "apiVersion",
                        "lineEnding",
                        "columnDelimiter");
        assertThat(job.path("state").asText()).isEqualTo("UploadComplete");
        assertThat(job.path("object").asText()).isEqualTo("Account");
    }

    @Test
    void resultsWhenValuesHaveTypesThenInTheFormsOfTheBulkApi() {
        org.run(
                INSERT,
                "Name,AnnualRevenue,NumberOfEmployees,Active__c,Description\n"
                        + "\"A \"\"b\"\"\",100,3,true,\"one\ntwo\"\nC,10.25,,,\n");

        HttpResponse<String> results = results(
                "SELECT Name, AnnualRevenue, NumberOfEmployees, Active__c, Description, CreatedDate, Owner.Username"
                        + " FROM Account ORDER BY Name",
                "");

        assertThat(results.body())
                .isEqualTo("\"Name\",\"AnnualRevenue\",\"NumberOfEmployees\",\"Active__c\",\"Description\","
                        + "\"CreatedDate\",\"Owner.Username\"\n"
                        + "\"A \"\"b\"\"\",\"100.0\",\"3\",\"true\",\"one\ntwo\",\"2026-11-20T10:00:00.000Z\","
                        + "\"integration@simulator.example\"\n"
                        + "\"C\",\"10.25\",\"\",\"false\",\"\",\"2026-11-20T10:00:00.000Z\","
                        + "\"integration@simulator.example\"\n");
        assertThat(results.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(results.headers().firstValue("Sforce-NumberOfRecords")).hasValue("2");
        assertThat(results.headers().firstValue("Sforce-Locator")).hasValue("null");
    }

    @Test
    void resultsWhenNothingIsFoundThenHeaderOnly() {
        HttpResponse<String> results = results("SELECT Id, Name FROM Account", "");

        assertThat(results.body()).isEqualTo("\"Id\",\"Name\"\n");
        assertThat(results.headers().firstValue("Sforce-NumberOfRecords")).hasValue("0");
        assertThat(results.headers().firstValue("Sforce-Locator")).hasValue("null");
    }

    @Test
    void resultsWhenLocatorIsFollowedThenEachRowOnce() {
        org.run(
                INSERT,
                "Name\n"
                        + IntStream.range(0, 2_505)
                                .mapToObj(i -> "\"A\n" + i + "\"\n")
                                .collect(Collectors.joining()));
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        List<String> rows = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        String locator = "";
        while (!locator.equals("null")) {
            HttpResponse<String> page =
                    org.get(job + "/results?maxRecords=1001" + (locator.isEmpty() ? "" : "&locator=" + locator));
            assertThat(page.body()).startsWith("\"Name\"\n");
            rows.addAll(List.of(page.body().substring("\"Name\"\n".length()).split("(?<=\"\n)(?=\")")));
            counts.add(page.headers().firstValue("Sforce-NumberOfRecords").orElseThrow());
            locator = page.headers().firstValue("Sforce-Locator").orElseThrow();
        }

        assertThat(counts).containsExactly("1001", "1001", "503");
        assertThat(rows)
                .containsExactlyElementsOf(IntStream.range(0, 2_505)
                        .mapToObj(i -> "\"A\n" + i + "\"\n")
                        .toList());
        assertThat(org.info(job, "numberRecordsProcessed")).isEqualTo("2505");
        assertThat(org.info(job, "jobType")).isEqualTo("V2Query");
    }

    @Test
    void resultsWhenRecordsChangeLaterThenTheSame() {
        org.run(INSERT, "Name\nAcme\n");
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        org.run(INSERT, "Name\nInitech\n");

        assertThat(org.get(job + "/results").body()).isEqualTo("\"Name\"\n\"Acme\"\n");
    }

    @Test
    void queryAllWhenRecordIsInTheRecycleBinThenFound() {
        org.run(INSERT, "Name\nAcme\n");
        String id = org.simulator
                .records()
                .query("SELECT Id FROM Account")
                .get(0)
                .path("Id")
                .asText();
        org.simulator
                .records()
                .delete("Account", id, org.simulator.runAsUserId().orElseThrow());

        String all = complete("{\"operation\":\"queryAll\",\"query\":\"SELECT Name FROM Account\"}");
        String alive = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        assertThat(org.get(all + "/results").body()).isEqualTo("\"Name\"\n\"Acme\"\n");
        assertThat(org.get(alive + "/results").body()).isEqualTo("\"Name\"\n");
    }

    @Test
    void resultsWhenDialectIsChosenThenWrittenInIt() {
        org.run(INSERT, "Name,Phone\nAcme,1\n");
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name, Phone FROM Account\","
                + "\"columnDelimiter\":\"PIPE\",\"lineEnding\":\"CRLF\"}");

        assertThat(org.get(job + "/results").body()).isEqualTo("\"Name\"|\"Phone\"\r\n\"Acme\"|\"1\"\r\n");
    }

    @Test
    void resultsWhenApiVersionIsAnotherThenConflict() {
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        assertThat(org.get(job.replace("v67.0", "v66.0") + "/results").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"locator=nonsense", "locator=OTk5", "maxRecords=0", "maxRecords=many"})
    void resultsWhenParameterIsWrongThenRefused(String parameter) {
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        assertThat(org.get(job + "/results?" + parameter).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"operation\":\"query\"}!MALFORMED_QUERY",
                "{\"operation\":\"query\",\"query\":\"SELEKT Id\"}!MALFORMED_QUERY",
                "{\"operation\":\"query\",\"query\":\"SELECT Colour FROM Account\"}!INVALID_FIELD",
                "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Thing__c\"}!INVALID_TYPE",
                "{\"operation\":\"query\",\"query\":\"SELECT COUNT() FROM Account\"}!FUNCTIONALITY_NOT_ENABLED",
                "{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account OFFSET 3\"}!FUNCTIONALITY_NOT_ENABLED",
                "{\"operation\":\"insert\",\"query\":\"SELECT Id FROM Account\"}!INVALIDOPERATION",
            })
    void createWhenItCannotBeThenRefused(String body, String code) {
        HttpResponse<String> answer = org.post(V + "query", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/0/errorCode").asText()).isEqualTo(code);
    }

    @Test
    void abortWhenQueryIsCompleteThenRefused() {
        String job = complete("{\"operation\":\"query\",\"query\":\"SELECT Name FROM Account\"}");

        assertThat(json(org.abort(job)).at("/0/errorCode").asText()).isEqualTo("INVALIDJOBSTATE");
    }

    private String complete(String json) {
        String job = org.createQuery(json);
        org.awaitState(job, "JobComplete");
        return job;
    }

    private HttpResponse<String> results(String soql, String parameters) {
        return org.get(complete("{\"operation\":\"query\",\"query\":\"" + soql + "\"}") + "/results" + parameters);
    }
}
