package org.camelforce.salesforcecc.simulator.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.INSERT;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.V;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestTest {

    private static final String UPSERT =
            "{\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Legacy_Id__c\"}";

    private final BulkOrg org = new BulkOrg();

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void createWhenAcceptedThenOpenWithTheDocumentedFields() {
        HttpResponse<String> answer = org.post(V + "ingest", INSERT);

        JsonNode job = json(answer);
        String id = job.path("id").asText();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(id).startsWith("750").hasSize(18);
        assertThat(job)
                .hasToString("{\"id\":\"" + id + "\",\"operation\":\"insert\",\"object\":\"Account\",\"createdById\":\""
                        + org.simulator.runAsUserId().orElseThrow()
                        + "\",\"createdDate\":\"2026-11-20T10:00:00.000+0000\","
                        + "\"systemModstamp\":\"2026-11-20T10:00:00.000+0000\",\"state\":\"Open\","
                        + "\"concurrencyMode\":\"Parallel\",\"contentType\":\"CSV\",\"apiVersion\":67.0,"
                        + "\"contentUrl\":\"services/data/v67.0/jobs/ingest/" + id + "/batches\","
                        + "\"lineEnding\":\"LF\",\"columnDelimiter\":\"COMMA\"}");
    }

    @Test
    void insertWhenRowsAreSoundThenRecordsAndSuccessfulResults() {
        String job = org.run(INSERT, "Name,NumberOfEmployees,Active__c\nAcme,17,yes\n\"In, \"\"itech\"\"\",,0\n");

        assertThat(org.state(job)).isEqualTo("JobComplete");
        assertThat(org.names()).containsExactly("Acme", "In, \"itech\"");
        List<String> ids = ids("SELECT Id FROM Account ORDER BY Name");
        assertThat(org.get(job + "/successfulResults").body())
                .isEqualTo("\"sf__Id\",\"sf__Created\",\"Name\",\"NumberOfEmployees\",\"Active__c\"\n\"" + ids.get(0)
                        + "\",\"true\",\"Acme\",\"17\",\"yes\"\n\"" + ids.get(1)
                        + "\",\"true\",\"In, \"\"itech\"\"\",\"\",\"0\"\n");
        assertThat(org.simulator.records().query("SELECT Active__c FROM Account ORDER BY Name"))
                .extracting(row -> row.path("Active__c").asBoolean())
                .containsExactly(true, false);
        assertThat(org.info(job, "numberRecordsProcessed")).isEqualTo("2");
        assertThat(org.info(job, "numberRecordsFailed")).isEqualTo("0");
        assertThat(org.info(job, "jobType")).isEqualTo("V2Ingest");
        assertThat(org.get(job + "/failedResults").body())
                .isEqualTo("\"sf__Id\",\"sf__Error\",\"Name\",\"NumberOfEmployees\",\"Active__c\"\n");
    }

    @Test
    void insertWhenSomeRowsFailThenTheyAreInFailedResultsAndTheOthersStored() {
        String job = org.run(INSERT, "Name,Industry,CreatedById\nAcme,,\n,Energy,\nInitech,,\n");

        assertThat(org.state(job)).isEqualTo("JobComplete");
        assertThat(org.names()).containsExactly("Acme", "Initech");
        assertThat(org.info(job, "numberRecordsFailed")).isEqualTo("1");
        assertThat(org.get(job + "/failedResults").body())
                .isEqualTo(
                        "\"sf__Id\",\"sf__Error\",\"Name\",\"Industry\",\"CreatedById\"\n\"\","
                                + "\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --\",\"\",\"Energy\",\"\"\n");
    }

    @Test
    void insertWhenValueIsNotOfTheFieldsTypeThenThatRowFails() {
        String job = org.run(INSERT, "Name,AnnualRevenue\nAcme,a lot\n");

        assertThat(org.get(job + "/failedResults").body())
                .contains(
                        "\"INVALID_FIELD:Failed to deserialize field at col 1. Due to, 'a lot' is not a valid value for"
                                + " the type xsd:double:AnnualRevenue --\"");
    }

    @ParameterizedTest
    @CsvSource({"AnnualRevenue,1E+1000000000", "NumberOfEmployees,1E+1000000000", "AnnualRevenue,-1E+999999999"})
    void insertWhenNumberIsFarTooLargeThenThatRowFails(String field, String number) {
        String job = org.run(INSERT, "Name," + field + "\nAcme," + number + "\n");

        assertThat(org.state(job)).isEqualTo("JobComplete");
        assertThat(org.get(job + "/failedResults").body()).contains("\"NUMBER_OUTSIDE_VALID_RANGE:");
    }

    @Test
    void insertWhenBytesAreNotUtf8ThenTheyAreReplaced() {
        String job = org.create(INSERT);
        byte[] csv = "Name\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(org.send(HttpRequest.newBuilder(org.uri(job + "/batches"))
                                .header("Authorization", "Bearer " + org.token())
                                .header("Content-Type", "text/csv")
                                .PUT(BodyPublishers.ofByteArray(csv))
                                .build())
                        .statusCode())
                .isEqualTo(201);
        org.close(job);
        org.awaitState(job, "JobComplete");

        assertThat(org.names()).containsExactly("M\ufffdller");
    }

    @Test
    void listWhenQueryIsNotEncodedThenRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", org.uri("/").getPort())) {
            socket.getOutputStream()
                    .write(("GET " + V + "ingest?jobType=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + org.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void createWhenMultipartHasNoBoundaryThenRefused() {
        assertThat(org.send("POST", V + "ingest", "multipart/form-data", "x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void insertWhenRowsAreStoredThenChangeEvents() {
        org.run(INSERT, "Name\nAcme\nInitech\n");

        assertThat(org.simulator.events().after("/data/AccountChangeEvent", 0, 10))
                .isNotEmpty();
        assertThat(org.simulator.records().query("SELECT CreatedById, OwnerId FROM Account"))
                .allSatisfy(row -> assertThat(row.path("OwnerId").asText())
                        .isEqualTo(row.path("CreatedById").asText())
                        .isEqualTo(org.simulator.runAsUserId().orElseThrow()));
    }

    @Test
    void insertWhenParentIsNamedByExternalIdThenReference() {
        org.run(INSERT, "Name,Legacy_Id__c\nAcme,a1\n");

        String job =
                org.run("{\"object\":\"Contact\",\"operation\":\"insert\"}", "LastName,Account.Legacy_Id__c\nRoe,a1\n");

        assertThat(org.state(job)).isEqualTo("JobComplete");
        assertThat(org.simulator.records().query("SELECT Account.Name FROM Contact"))
                .extracting(row -> row.path("Account").path("Name").asText())
                .containsExactly("Acme");
    }

    @Test
    void updateWhenValueIsEmptyThenKeptAndWhenNotAvailableThenCleared() {
        String id = account("{\"Name\":\"Acme\",\"Industry\":\"Energy\",\"Phone\":\"1\"}");

        String job = org.run(
                "{\"object\":\"Account\",\"operation\":\"update\"}", "Id,Name,Industry,Phone\n" + id + ",New,,#N/A\n");

        assertThat(org.get(job + "/successfulResults").body()).contains("\"" + id + "\",\"false\"");
        JsonNode record = org.simulator.records().retrieve("Account", id, List.of("Name", "Industry", "Phone"));
        assertThat(record).hasToString("{\"Name\":\"New\",\"Industry\":\"Energy\",\"Phone\":null}");
    }

    @Test
    void updateWhenIdIsMissingThenThatRowFails() {
        String job = org.run("{\"object\":\"Account\",\"operation\":\"update\"}", "Id,Name\n,New\n");

        assertThat(org.get(job + "/failedResults").body())
                .contains("\"MISSING_ARGUMENT:Id not specified in update call:--\"");
    }

    @Test
    void upsertWhenSomeExistThenUpdatedAndOthersCreated() {
        account("{\"Name\":\"Old\",\"Legacy_Id__c\":\"a1\"}");

        String job = org.run(UPSERT, "Legacy_Id__c,Name\na1,New\na2,Other\n");

        assertThat(org.names()).containsExactly("New", "Other");
        assertThat(org.get(job + "/successfulResults").body())
                .contains("\"false\",\"a1\",\"New\"")
                .contains("\"true\",\"a2\",\"Other\"");
    }

    @Test
    void deleteWhenIdsAreGivenThenInTheRecycleBin() {
        String id = account("{\"Name\":\"Acme\"}");

        org.run("{\"object\":\"Account\",\"operation\":\"delete\"}", "Id\n" + id + "\n");

        assertThat(org.names()).isEmpty();
        assertThat(org.simulator.records().queryAll("SELECT Id FROM Account")).hasSize(1);
    }

    @Test
    void hardDeleteWhenIdsAreGivenThenGoneForGood() {
        String id = account("{\"Name\":\"Acme\"}");
        String binned = account("{\"Name\":\"Initech\"}");
        org.simulator
                .records()
                .delete("Account", binned, org.simulator.runAsUserId().orElseThrow());

        String job =
                org.run("{\"object\":\"Account\",\"operation\":\"hardDelete\"}", "Id\n" + id + "\n" + binned + "\n");

        assertThat(org.info(job, "numberRecordsFailed")).isEqualTo("0");
        assertThat(org.simulator.records().queryAll("SELECT Id FROM Account")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"COMMA!','", "TAB!'\t'", "PIPE!'|'", "SEMICOLON!';'", "BACKQUOTE!`", "CARET!^"})
    void uploadWhenColumnDelimiterIsChosenThenReadAndWrittenWithIt(String name, String delimiter) {
        String job = org.run(
                "{\"object\":\"Account\",\"operation\":\"insert\",\"columnDelimiter\":\"" + name
                        + "\",\"lineEnding\":\"CRLF\"}",
                "Name" + delimiter + "Phone\r\nAcme" + delimiter + "123\r\n");

        assertThat(org.info(job, "errorMessage")).isEmpty();
        assertThat(org.info(job, "columnDelimiter")).isEqualTo(name);
        assertThat(org.names()).containsExactly("Acme");
        assertThat(org.get(job + "/successfulResults").body())
                .startsWith("\"sf__Id\"" + delimiter + "\"sf__Created\"" + delimiter + "\"Name\"" + delimiter
                        + "\"Phone\"\r\n")
                .endsWith(delimiter + "\"true\"" + delimiter + "\"Acme\"" + delimiter + "\"123\"\r\n");
    }

    @ParameterizedTest
    @CsvSource({"LF,'\r\n'", "CRLF,'\n'"})
    void closeWhenLineEndingIsNotThatOfTheJobThenFailedAndAllUnprocessed(String setting, String written) {
        String csv = "Name" + written + "Acme" + written;

        String job =
                org.run("{\"object\":\"Account\",\"operation\":\"insert\",\"lineEnding\":\"" + setting + "\"}", csv);

        assertThat(org.state(job)).isEqualTo("Failed");
        assertThat(org.info(job, "errorMessage"))
                .isEqualTo("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
                        + setting);
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo(csv);
        assertThat(org.names()).isEmpty();
    }

    @Test
    void closeWhenColumnIsNoFieldThenFailed() {
        String job = org.run(INSERT, "Name,Colour\nAcme,red\n");

        assertThat(org.state(job)).isEqualTo("Failed");
        assertThat(org.info(job, "errorMessage")).isEqualTo("InvalidBatch : Field name not found : Colour");
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo("Name,Colour\nAcme,red\n");
    }

    @Test
    void closeWhenLaterRowHasTooManyValuesThenEarlierChunksStayAndTheRestIsUnprocessed() {
        String rows = IntStream.range(0, 250).mapToObj(i -> "A" + i + "\n").collect(Collectors.joining());

        String job = org.run(INSERT, "Name\n" + rows + "B,1\nC\n");

        assertThat(org.state(job)).isEqualTo("Failed");
        assertThat(org.info(job, "errorMessage")).contains("Row 251 has 2 values");
        assertThat(org.names()).hasSize(200);
        assertThat(org.get(job + "/unprocessedrecords").body())
                .startsWith("Name\nA200\n")
                .endsWith("A249\nB,1\nC\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void closeWhenThereAreBlankLinesThenNoRowIsUnprocessedAndProcessed(String end) {
        String insert = end.equals("\n") ? INSERT : INSERT.replace("}", ",\"lineEnding\":\"CRLF\"}");

        String job = org.run(insert, "Name||Acme|||Initech||".replace("|", end));

        assertThat(org.names()).containsExactly("Acme", "Initech");
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo("Name" + end);
    }

    @Test
    void unprocessedWhenQuotesAreWithinAValueThenTheyQuoteNothing() {
        String rows = IntStream.range(0, 200).mapToObj(i -> "A" + i + "\n").collect(Collectors.joining());

        String job = org.run(INSERT, "Name\n5\" pipe\n" + rows + "\"B \"\"1\"\"\nb\"\nC,1\n");

        assertThat(org.names()).hasSize(200);
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo("Name\nA199\n\"B \"\"1\"\"\nb\"\nC,1\n");
    }

    @ParameterizedTest
    @CsvSource({"400001, 1, characters", "1, 5001, fields", "3000000, 1, characters"})
    void closeWhenRecordIsLargerThanAllowedThenFailed(int characters, int fields, String limited) {
        String header = IntStream.range(0, fields).mapToObj(i -> "Name").collect(Collectors.joining(","));

        String job = org.run(INSERT, header + "\n" + "x".repeat(characters) + ",".repeat(fields - 1) + "\n");

        assertThat(org.state(job)).isEqualTo("Failed");
        assertThat(org.info(job, "errorMessage"))
                .startsWith("ClientInputError : A record is limited to ")
                .endsWith(limited);
    }

    @Test
    void closeWhenHeaderIsLargerThanAllowedThenFailed() {
        String job = org.run(INSERT, "x".repeat(3_000_000) + "\nAcme\n");

        assertThat(org.info(job, "errorMessage"))
                .isEqualTo("ClientInputError : A record is limited to 400000 characters");
    }

    @Test
    void closeWhenRecordIsAsLargeAsAllowedThenOnlyTheRowFails() {
        String job = org.run(INSERT, "Name,Description\nAcme,\"" + "\"\"".repeat(399_996) + "\"\nInitech,\n");

        assertThat(org.state(job)).isEqualTo("JobComplete");
        assertThat(org.names()).containsExactly("Initech");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UploadComplete", "Aborted"})
    void uploadWhenTheJobLeavesOpenMeanwhileThenRefused(String state) throws Exception {
        String job = org.create(INSERT);
        try (Socket socket = new Socket("127.0.0.1", org.uri("").getPort())) {
            socket.getOutputStream()
                    .write(("PUT " + job + "/batches HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + org.token()
                                    + "\r\nContent-Type: text/csv\r\nContent-Length: 10\r\n\r\nName\n")
                            .getBytes(StandardCharsets.US_ASCII));
            org.patch(job, "{\"state\":\"" + state + "\"}");
            org.awaitEnd(job);

            socket.getOutputStream().write("Acme\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .contains(" 400 ");
        }
        assertThat(org.names()).isEmpty();
        assertThat(org.get(job + "/unprocessedrecords").body()).isEmpty();
    }

    @Test
    void uploadWhenItIsTheSecondThenRefused() {
        String job = org.create(INSERT);
        org.put(job + "/batches", "Name\nAcme\n");

        HttpResponse<String> second = org.put(job + "/batches", "Name\nInitech\n");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(json(second).at("/0/errorCode").asText()).isEqualTo("CLIENTINPUTERROR");
        assertThat(json(second).at("/0/message").asText()).contains("make sure you only do 'PUT' once");
    }

    @Test
    void uploadWhenItIsNoCsvThenUnsupportedMediaType() {
        String job = org.create(INSERT);

        assertThat(org.send("PUT", job + "/batches", "application/json", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void uploadWhenJobIsClosedThenRefused() {
        String job = org.run(INSERT, "Name\nAcme\n");

        HttpResponse<String> late = org.put(job + "/batches", "Name\nInitech\n");

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(json(late).at("/0/errorCode").asText()).isEqualTo("INVALIDJOBSTATE");
    }

    @Test
    void abortWhenJobIsCompleteThenRefused() {
        String job = org.run(INSERT, "Name\nAcme\n");

        HttpResponse<String> answer = org.abort(job);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("[{\"errorCode\":\"INVALIDJOBSTATE\","
                        + "\"message\":\"Aborting already Completed Job not allowed\"}]");
    }

    @Test
    void deleteJobWhenOpenThenRefusedAndWhenEndedThenGone() {
        String open = org.create(INSERT);
        String ended = org.run(INSERT, "Name\nAcme\n");

        assertThat(org.send("DELETE", open, "", "").statusCode()).isEqualTo(400);
        assertThat(org.send("DELETE", ended, "", "").statusCode()).isEqualTo(204);
        assertThat(org.get(ended).statusCode()).isEqualTo(404);
        assertThat(org.get(ended + "/successfulResults").statusCode()).isEqualTo(404);
    }

    @Test
    void getWhenJobDoesNotExistThenNotFound() {
        HttpResponse<String> answer = org.get(V + "ingest/750000000000999AAA");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).at("/0/errorCode").asText()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"operation\":\"insert\"}!INVALIDJOB",
                "{\"object\":\"Account\"}!INVALIDJOB",
                "{\"object\":\"Thing__c\",\"operation\":\"insert\"}!INVALIDENTITY",
                "{\"object\":\"LoginHistory\",\"operation\":\"insert\"}!INVALIDENTITY",
                "{\"object\":\"Account\",\"operation\":\"query\"}!INVALIDOPERATION",
                "{\"object\":\"Account\",\"operation\":\"replace\"}!JSON_PARSER_ERROR",
                "{\"object\":\"Account\",\"operation\":\"insert\",\"columnDelimiter\":\"DOT\"}!JSON_PARSER_ERROR",
                "{\"object\":\"Account\",\"operation\":\"insert\",\"contentType\":\"XML\"}!JSON_PARSER_ERROR",
                "{\"object\":\"Account\",\"operation\":\"upsert\"}!INVALIDJOB",
                "{\"object\":\"Account\",\"operation\":\"upsert\",\"externalIdFieldName\":\"Name\"}!INVALIDJOB",
                "not JSON!JSON_PARSER_ERROR",
            })
    void createWhenItCannotBeThenRefused(String body, String code) {
        HttpResponse<String> answer = org.post(V + "ingest", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/0/errorCode").asText()).isEqualTo(code);
    }

    @Test
    void createWhenMultipartThenDataIsProcessedWithoutAnotherRequest() {
        String body = "--BOUNDARY\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"job\"\r\n"
                + "\r\n" + INSERT + "\r\n--BOUNDARY\r\nContent-Type: text/csv\r\n"
                + "Content-Disposition: form-data; name=\"content\"; filename=\"content\"\r\n\r\nName\nAcme\n\r\n"
                + "--BOUNDARY--\r\n";

        HttpResponse<String> answer = org.send("POST", V + "ingest", "multipart/form-data; boundary=BOUNDARY", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        org.awaitEnd(V + "ingest/" + json(answer).path("id").asText());
        assertThat(org.names()).containsExactly("Acme");
    }

    @Test
    void listWhenThereAreMoreThanAPageThenNextRecordsUrl() {
        IntStream.range(0, 1_002).forEach(i -> org.create(INSERT));

        JsonNode first = json(org.get(V + "ingest"));
        JsonNode second = json(org.get(first.path("nextRecordsUrl").asText()));

        assertThat(first.path("done").asBoolean()).isFalse();
        assertThat(first.path("records")).hasSize(1_000);
        assertThat(second.path("done").asBoolean()).isTrue();
        assertThat(second.path("records")).hasSize(2);
        assertThat(second.path("nextRecordsUrl").isNull()).isTrue();
    }

    @Test
    void listWhenJobTypeIsGivenThenOnlyThose() {
        org.create(INSERT);
        org.createQuery("{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}");

        assertThat(json(org.get(V + "ingest")).path("records")).hasSize(1);
        assertThat(json(org.get(V + "ingest?jobType=V2Ingest")).path("records")).hasSize(1);
        assertThat(json(org.get(V + "ingest?jobType=Classic")).path("records")).isEmpty();
        assertThat(json(org.get(V + "ingest?isPkChunkingEnabled=true")).path("records"))
                .isEmpty();
        assertThat(json(org.get(V + "query")).path("records")).hasSize(1);
    }

    @Test
    void anyRequestWhenThereIsNoSessionThenUnauthorized() {
        org.simulator.sessions().endAll();

        assertThat(org.post(V + "ingest", INSERT).statusCode()).isEqualTo(401);
    }

    @Test
    void closeWhenSimulatorClosesMeanwhileThenItEnds() {
        String job = org.create(INSERT);
        String rows = IntStream.range(0, 20_000).mapToObj(i -> "A" + i + "\n").collect(Collectors.joining());
        org.put(job + "/batches", "Name\n" + rows);
        org.close(job);
        org.awaitState(job, "InProgress");

        org.close();

        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getName().startsWith("salesforce-simulator-bulk-")));
    }

    private String account(String fields) {
        return org.simulator
                .records()
                .create(
                        "Account",
                        BulkOrg.object(fields),
                        org.simulator.runAsUserId().orElseThrow());
    }

    private List<String> ids(String soql) {
        return org.simulator.records().query(soql).stream()
                .map(row -> row.path("Id").asText())
                .toList();
    }
}
