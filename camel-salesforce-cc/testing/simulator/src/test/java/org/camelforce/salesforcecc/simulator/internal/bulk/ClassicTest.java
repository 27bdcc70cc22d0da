package org.camelforce.salesforcecc.simulator.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk API 1.0. */
class ClassicTest {

    private static final String JOBS = "/services/async/67.0/job";
    private static final String NS = "xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    private BulkOrg org = new BulkOrg();

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void createWhenXmlThenXmlWithTheDocumentedFields() {
        HttpResponse<String> answer = send(
                "POST",
                JOBS,
                "application/xml;charset=UTF-8",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><jobInfo " + NS + "><operation>insert</operation>"
                        + "<object>Account</object><contentType>CSV</contentType></jobInfo>");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><jobInfo " + NS + "><id>750")
                .contains("<operation>insert</operation><object>Account</object>")
                .contains("<createdDate>2026-11-20T10:00:00.000Z</createdDate>")
                .contains("<state>Open</state><concurrencyMode>Parallel</concurrencyMode><contentType>CSV</contentType>"
                        + "<numberBatchesQueued>0</numberBatchesQueued>")
                .endsWith("<apexProcessingTime>0</apexProcessingTime></jobInfo>");
    }

    @Test
    void csvBatchWhenSomeRowsFailThenResultsInTheOrderOfTheRows() {
        String job = create("insert", "CSV", "");
        String batch = batch(job, "text/csv", "Name,Phone\nAcme,1\n,2\n");

        await(batch, "Completed");

        assertThat(org.names()).containsExactly("Acme");
        String id = org.simulator
                .records()
                .query("SELECT Id FROM Account")
                .get(0)
                .path("Id")
                .asText();
        assertThat(get(batch + "/result").body())
                .isEqualTo("\"Id\",\"Success\",\"Created\",\"Error\"\n\"" + id + "\",\"true\",\"true\",\"\"\n"
                        + "\"\",\"false\",\"false\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --"
                        + "\"\n");
        assertThat(get(batch + "/request").body()).isEqualTo("Name,Phone\nAcme,1\n,2\n");
        assertThat(get(batch).body())
                .contains("<numberRecordsProcessed>2</numberRecordsProcessed>")
                .contains("<numberRecordsFailed>1</numberRecordsFailed>");
        assertThat(get(job).body()).contains("<numberBatchesCompleted>1</numberBatchesCompleted>");
        assertThat(get(job + "/batch").body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><batchInfoList " + NS + "><batchInfo><id>751");
    }

    @Test
    void xmlBatchWhenParentIsNamedByExternalIdThenReference() {
        org.run(BulkOrg.INSERT, "Name,Legacy_Id__c\nAcme,a1\n");
        String job = create("insert", "XML", "", "Contact");

        String batch = batch(
                job,
                "application/xml",
                "<?xml version=\"1.0\"?><sObjects " + NS + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
                        + " <sObject>\n  <LastName>Roe &amp; Co</LastName><Phone xsi:nil=\"true\"/>\n"
                        + "  <Account><sObject><Legacy_Id__c>a1</Legacy_Id__c></sObject></Account>\n </sObject>\n"
                        + " <sObject><FirstName>Jane</FirstName></sObject></sObjects>");
        await(batch, "Completed");

        assertThat(org.simulator.records().query("SELECT LastName, Account.Name FROM Contact"))
                .extracting(row -> row.path("LastName").asText() + " of "
                        + row.path("Account").path("Name").asText())
                .containsExactly("Roe & Co of Acme");
        assertThat(get(batch + "/result").body())
                .contains("<result><id>003")
                .contains("<success>true</success><created>true</created></result><result><errors><fields>LastName"
                        + "</fields><message>Required fields are missing: [LastName]</message>"
                        + "<statusCode>REQUIRED_FIELD_MISSING</statusCode></errors><success>false</success>"
                        + "<created>false</created></result></results>");
    }

    @Test
    void jsonBatchWhenJobIsOfJsonThenAllIsJson() {
        HttpResponse<String> created = send(
                "POST",
                JOBS,
                "application/json",
                "{\"operation\":\"insert\",\"object\":\"Account\",\"contentType\":\"JSON\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        String job = JOBS + "/" + json(created).path("id").asText();

        HttpResponse<String> added = send(
                "POST",
                job + "/batch",
                "application/json",
                "[{\"Name\":\"Acme\",\"NumberOfEmployees\":3,\"Active__c\":true,\"Phone\":null},{\"Phone\":\"1\"}]");
        String batch = job + "/batch/" + json(added).path("id").asText();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(json(get(batch)).path("state").asText()).isEqualTo("Completed"));

        JsonNode results = json(get(batch + "/result"));
        assertThat(results.at("/0/success").asBoolean()).isTrue();
        assertThat(results.at("/0/id").asText()).startsWith("001");
        assertThat(results.at("/0/errors")).isEmpty();
        assertThat(results.at("/1/success").asBoolean()).isFalse();
        assertThat(results.at("/1/errors/0/statusCode").asText()).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(org.names()).containsExactly("Acme");
        assertThat(json(get(job + "/batch")).path("batchInfo")).hasSize(1);
    }

    @Test
    void upsertWhenRecordExistsThenUpdated() {
        org.run(BulkOrg.INSERT, "Name,Legacy_Id__c\nOld,a1\n");
        String job = create("upsert", "CSV", "<externalIdFieldName>Legacy_Id__c</externalIdFieldName>");

        await(batch(job, "text/csv", "Legacy_Id__c,Name\na1,New\n"), "Completed");

        assertThat(org.names()).containsExactly("New");
    }

    @Test
    void csvQueryWhenCompletedThenResultIdAndCsv() {
        org.run(BulkOrg.INSERT, "Name,Phone\nAcme,1\n");

        String batch = batch(create("query", "CSV", ""), "text/csv", "SELECT Name, Phone FROM Account");
        await(batch, "Completed");

        String list = get(batch + "/result").body();
        assertThat(list).contains("<result-list " + NS + "><result>752");
        String id = list.replaceAll("(?s).*<result>|</result>.*", "");
        assertThat(get(batch + "/result/" + id).body()).isEqualTo("\"Name\",\"Phone\"\n\"Acme\",\"1\"\n");
        assertThat(get(batch + "/result/752000000000999AAA").statusCode()).isEqualTo(400);
    }

    @Test
    void xmlQueryWhenCompletedThenRecords() {
        org.run(BulkOrg.INSERT, "Name,Phone\nAcme,\n");

        String batch =
                batch(create("query", "XML", ""), "application/xml", "SELECT Name, Phone, Owner.Username FROM Account");
        await(batch, "Completed");

        String id = get(batch + "/result").body().replaceAll("(?s).*<result>|</result>.*", "");
        assertThat(get(batch + "/result/" + id).body())
                .endsWith("<records xsi:type=\"sObject\"><type>Account</type><Name>Acme</Name><Phone xsi:nil=\"true\">"
                        + "</Phone><Owner xsi:type=\"sObject\"><Username>integration@simulator.example</Username></Owner>"
                        + "</records></queryResult>");
    }

    @Test
    void jsonQueryWhenCompletedThenRecordsWithAttributes() {
        org.run(BulkOrg.INSERT, "Name\nAcme\n");
        String job = create("query", "JSON", "");

        String batch = batch(job, "application/json", "SELECT Id, Name FROM Account");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(json(get(batch)).path("state").asText()).isEqualTo("Completed"));

        String result = json(get(batch + "/result")).path(0).asText();
        JsonNode record = json(get(batch + "/result/" + result)).path(0);
        assertThat(record.at("/attributes/type").asText()).isEqualTo("Account");
        assertThat(record.at("/attributes/url").asText())
                .isEqualTo("/services/data/v67.0/sobjects/Account/"
                        + record.path("Id").asText());
        assertThat(record.path("Name").asText()).isEqualTo("Acme");
    }

    @Test
    void queryWhenMalformedThenTheBatchFails() {
        String batch = batch(create("query", "CSV", ""), "text/csv", "SELECT Colour FROM Account");

        await(batch, "Failed");

        assertThat(get(batch).body()).contains("<stateMessage>InvalidBatch : Failed to process query: INVALID_FIELD: ");
        assertThat(get(batch + "/result").statusCode()).isEqualTo(400);
    }

    @Test
    void queryWhenPkChunkingThenOneBatchForEachRangeOfIds() {
        org.run(
                BulkOrg.INSERT,
                "Name\n" + IntStream.range(0, 25).mapToObj(i -> "A" + i + "\n").collect(Collectors.joining()));
        String job = path(send(
                "POST",
                JOBS,
                "application/xml",
                jobInfo("query", "CSV", "", "Account"),
                "Sforce-Enable-PKChunking",
                "chunkSize=10"));
        String original = batch(job, "text/csv", "SELECT Name FROM Account WHERE Name LIKE 'A%'");

        assertThat(get(original).body()).contains("<state>NotProcessed</state>");
        Awaitility.await().untilAsserted(() -> assertThat(get(job).body())
                .contains("<numberBatchesCompleted>3</numberBatchesCompleted>")
                .contains("<numberBatchesTotal>4</numberBatchesTotal>")
                .contains("<numberRecordsProcessed>25</numberRecordsProcessed>"));
        assertThat(json(org.get(BulkOrg.V + "query?isPkChunkingEnabled=true")).path("records"))
                .hasSize(1);
        String second =
                job + "/batch/" + get(job + "/batch").body().split("<id>")[3].replaceAll("</id>(?s).*", "");
        assertThat(get(second + "/request").body())
                .matches("SELECT Name FROM Account WHERE \\(Name LIKE 'A%'\\) AND Id >= '001\\w{12}' AND Id <"
                        + " '001\\w{12}'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chunkSize=-1",
                "chunkSize=0",
                "chunkSize=",
                "chunkSize=many",
                "chunkSize=1.5",
                "chunkSize=250001",
                "chunkSize=9999999999",
                "chunkSize=1000; chunkSize=-1",
                "chunkSize 1000",
                "chunkSize=1000;;",
                "size=1000",
                "1000",
                "yes"
            })
    void createWhenPkChunkingIsWrongThenInvalidJob(String header) {
        assertError(createChunked(header), "InvalidJob");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "FALSE",
                "chunkSize=1",
                "CHUNKSIZE = 250000 ",
                "chunkSize=1000; startRow=00130000000xEftMGH",
                "parent=Account;chunkSize=1000",
                "startRow=00130000000xEftMGH"
            })
    void createWhenPkChunkingIsAsDocumentedThenCreated(String header) {
        assertThat(createChunked(header).statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> createChunked(String header) {
        return send(
                "POST",
                JOBS,
                "application/xml",
                jobInfo("query", "CSV", "", "Account"),
                "Sforce-Enable-PKChunking",
                header);
    }

    @Test
    void closeWhenOpenThenNoMoreBatches() {
        String job = create("insert", "CSV", "");

        assertThat(change(job, "Closed").body()).contains("<state>Closed</state>");

        assertError(send("POST", job + "/batch", "text/csv", "Name\nAcme\n"), "InvalidJobState");
        assertError(change(job, "Closed"), "InvalidJobState");
    }

    @Test
    void abortWhenBatchIsQueuedThenNotProcessed() {
        org.close();
        org = new BulkOrg(Duration.ofMinutes(1), Duration.ZERO);
        String job = create("insert", "CSV", "");
        String batch = batch(job, "text/csv", "Name\nAcme\n");
        assertThat(get(batch).body()).contains("<state>Queued</state>");

        assertThat(change(job, "Aborted").body()).contains("<state>Aborted</state>");

        assertThat(get(batch).body()).contains("<state>NotProcessed</state>");
        assertError(get(batch + "/result"), "InvalidBatch");
    }

    @Test
    void batchWhenItHasMoreThan10000RowsThenItFailsAsAWhole() {
        String rows = IntStream.range(0, 10_001).mapToObj(i -> "A\n").collect(Collectors.joining());
        String batch = batch(create("insert", "CSV", ""), "text/csv", "Name\n" + rows);

        await(batch, "Failed");

        assertThat(org.names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "CSV!text/csv!Name,Colour\\nAcme,red!Field name not found : Colour",
                "XML!application/xml!<sObjects><sObject><Colour>red</Colour></sObject></sObjects>!Field name not found",
                "XML!application/xml!<sObjects><sObject>!Failed to parse the XML",
                "JSON!application/json!{\"Name\":\"Acme\"}!Failed to parse the JSON",
            })
    void batchWhenItCannotBeReadThenItFails(String format, String contentType, String body, String message) {
        String batch = batch(create("insert", format, ""), contentType, body.replace("\\n", "\n"));

        await(batch, "Failed");

        assertThat(get(batch).body()).contains("InvalidBatch : " + message);
    }

    @Test
    void batchWhenXmlHasAnExternalEntityThenItIsNotRead() {
        String batch = batch(
                create("insert", "XML", ""),
                "application/xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sObjects><sObject><Name>&x;</Name></sObject>"
                        + "</sObjects>");

        await(batch, "Failed");

        assertThat(org.names()).isEmpty();
    }

    @Test
    void anyRequestWhenRefusedThenErrorInTheFormatOfTheRequest() {
        assertError(get(JOBS + "/750000000000999AAA"), "InvalidJob");
        assertError(get(create("insert", "CSV", "") + "/batch/751000000000999AAA"), "InvalidBatch");
        assertError(send("POST", JOBS, "application/xml", "<jobInfo"), "InvalidJob");
        assertError(send("POST", JOBS, "application/xml", jobInfo("insert", "CSV", "", "Thing__c")), "InvalidEntity");
        assertError(
                send("POST", "/services/async/9.0/job", "application/xml", jobInfo("insert", "CSV", "", "Account")),
                "InvalidVersion");
        assertError(
                send("POST", create("insert", "CSV", "") + "/batch", "application/xml", "<sObjects/>"), "InvalidBatch");
        JsonNode error = json(send("POST", JOBS, "application/json", "{\"operation\":\"insert\"}"));
        assertThat(error)
                .hasToString("{\"exceptionCode\":\"InvalidJob\",\"exceptionMessage\":\"Must specify object\"}");
    }

    @Test
    void batchWhenQueryIsNoUtf8ThenTheBatchFails() {
        HttpRequest request = HttpRequest.newBuilder(org.uri(create("query", "CSV", "") + "/batch"))
                .header("X-SFDC-Session", org.token())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, (byte) 0xfe}))
                .build();

        HttpResponse<String> added = org.send(request);

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String batch =
                request.uri().getPath() + "/" + added.body().replaceAll("(?s).*<batchInfo [^>]*><id>|</id>.*", "");
        await(batch, "Failed");
        assertThat(get(batch).body()).contains("InvalidBatch : Failed to process query: MALFORMED_QUERY");
    }

    @Test
    void batchWhenTooLargeThenClientInputError() {
        HttpResponse<String> answer =
                send("POST", create("insert", "CSV", "") + "/batch", "text/csv", "Name\n" + "a\n".repeat(5_000_000));

        assertError(answer, "ClientInputError");
        assertThat(answer.body()).contains("Failed to read request. Exceeded max size limit of 10000000");
    }

    @Test
    void xmlBatchWhenElementHasTooManyAttributesThenTheErrorNamesNoLibraries() {
        String attributes =
                IntStream.range(0, 10_001).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining());

        String batch = batch(create("insert", "XML", ""), "application/xml", "<sObjects" + attributes + "/>");

        await(batch, "Failed");
        assertThat(get(batch).body())
                .contains("Failed to parse the XML")
                .doesNotContain("JAXP")
                .doesNotContain("JDK");
    }

    @Test
    void xmlBatchWhenElementsAreTooDeepThenTheErrorNamesNoFunctions() {
        String batch = batch(
                create("insert", "XML", ""),
                "application/xml",
                "<sObjects><sObject><Owner><User><Name><a/></Name></User></Owner></sObject></sObjects>");

        await(batch, "Failed");
        assertThat(get(batch).body()).contains("Failed to parse the XML").doesNotContainIgnoringCase("function");
    }

    @Test
    void listWhenJobsAreOfBothApisThenTypeClassic() {
        create("insert", "XML", "");

        JsonNode job = json(org.get(BulkOrg.V + "ingest?jobType=Classic")).at("/records/0");

        assertThat(job.path("jobType").asText()).isEqualTo("Classic");
        assertThat(job.path("contentType").asText()).isEqualTo("XML");
    }

    private void assertError(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><error " + NS + "><exceptionCode>" + code
                        + "</exceptionCode><exceptionMessage>");
    }

    private String create(String operation, String contentType, String more) {
        return create(operation, contentType, more, "Account");
    }

    private String create(String operation, String contentType, String more, String object) {
        return path(send("POST", JOBS, "application/xml", jobInfo(operation, contentType, more, object)));
    }

    private static String path(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return JOBS + "/" + created.body().replaceAll("(?s).*<id>|</id>.*", "");
    }

    private static String jobInfo(String operation, String contentType, String more, String object) {
        return "<jobInfo " + NS + "><operation>" + operation + "</operation><object>" + object + "</object>" + more
                + "<contentType>" + contentType + "</contentType></jobInfo>";
    }

    private HttpResponse<String> change(String job, String state) {
        return send("POST", job, "application/xml", "<jobInfo " + NS + "><state>" + state + "</state></jobInfo>");
    }

    private String batch(String job, String contentType, String body) {
        HttpResponse<String> added = send("POST", job + "/batch", contentType, body);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String id = contentType.contains("json")
                ? json(added).path("id").asText()
                : added.body().replaceAll("(?s).*<batchInfo [^>]*><id>|</id>.*", "");
        return job + "/batch/" + id;
    }

    private void await(String batch, String state) {
        Awaitility.await().untilAsserted(() -> assertThat(get(batch).body())
                .containsAnyOf("<state>" + state + "</state>", "\"state\":\"" + state + "\""));
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    private HttpResponse<String> send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(org.uri(path))
                .header("X-SFDC-Session", org.token())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        List.of(headers).stream().reduce((name, value) -> {
            request.header(name, value);
            return value;
        });
        return org.send(request.build());
    }
}
