package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.ASYNC;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.V;
import static org.camelforce.salesforcecc.simulator.badinput.Shop.encode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are made to take much more time or memory than they seem to. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AttacksTest {

    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = new Shop();
    }

    @AfterAll
    static void stop() throws IOException {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "0e-999999999", "0e999999999", "-1E-2147483647"})
    void createWhenNumberHasHugeExponentButLittleWorthThenZero(String number) throws IOException {
        Answer answer = send(shop.json(
                "POST", V + "sobjects/Account", "{`Name`:`tiny " + number + "`,`AnnualRevenue`:" + number + "}"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(shop.simulator
                        .records()
                        .query("SELECT AnnualRevenue FROM Account WHERE Name = 'tiny " + number + "'")
                        .get(0)
                        .path("AnnualRevenue")
                        .asDouble())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E2147483647"})
    void createWhenNumberIsHugeThenOutOfRange(String number) throws IOException {
        Answer answer =
                send(shop.json("POST", V + "sobjects/Account", "{`Name`:`huge`,`AnnualRevenue`:" + number + "}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @Test
    void ingestWhenNumberIsHugeThenTheRowFails() throws IOException {
        String id = shop.ingestJob(false);
        shop.call(shop.with("PUT", V + "jobs/ingest/" + id + "/batches")
                .body("text/csv", "Name,NumberOfEmployees\nhuge,1e999999999\n"));
        shop.call(shop.json("PATCH", V + "jobs/ingest/" + id, "{`state`:`UploadComplete`}"));

        Awaitility.await().untilAsserted(() -> assertThat(shop.call(shop.get(V + "jobs/ingest/" + id))
                        .path("state")
                        .asText())
                .isEqualTo("JobComplete"));
        assertThat(send(shop.get(V + "jobs/ingest/" + id + "/failedResults")).text())
                .contains("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AnnualRevenue > 1e999999999",
                "AnnualRevenue = 1e-999999999",
                "NumberOfEmployees < -1E2000000000"
            })
    void queryWhenNumberHasHugeExponentThenMalformed(String condition) throws IOException {
        assertThat(query("SELECT Id FROM Account WHERE " + condition).text()).contains("MALFORMED_QUERY");
    }

    @Test
    void queryWhenPatternHasManyWildcardsThenAnswered() throws IOException {
        shop.create("Account", Map.of("Name", "a".repeat(255)));

        assertThat(shop.call(shop.get(V + "query?q="
                                + encode("SELECT Id FROM Account WHERE Name LIKE '" + "%a".repeat(40) + "b'")))
                        .path("totalSize")
                        .asInt())
                .isZero();
    }

    @Test
    void searchWhenTermHasManyWildcardsThenAnswered() throws IOException {
        shop.create("Account", Map.of("Name", "a".repeat(255)));

        assertThat(shop.call(shop.get(V + "search?q=" + encode("FIND {" + "a*".repeat(40) + "b}")))
                        .path("searchRecords"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "\\\\\\\\x", "(", "\\\"ab ", "xy OR "})
    void searchWhenTextIsHugeThenAnswered(String part) throws IOException {
        Answer answer = send(shop.json(
                "POST",
                V + "parameterizedSearch",
                "{`q`:`" + part.repeat(100_000).replace("\\\"", "\\`") + "`}"));

        assertThat(answer.status()).as(answer.text()).isIn(200, 400);
    }

    @Test
    void searchWhenParenthesesAreDeepThenMalformed() throws IOException {
        Answer answer = send(shop.get(V + "search?q="
                + encode("FIND {" + "(".repeat(4_000) + "acme" + ")".repeat(4_000) + "}")
                        .replace("%28", "(")
                        .replace("%29", ")")));

        assertThat(answer.text()).contains("MALFORMED_SEARCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", " ", "AND "})
    void reportWhenBooleanFilterIsLongAndWrongThenRefused(String part) throws IOException {
        Answer answer = send(shop.json(
                "POST",
                V + "analytics/reports/" + shop.report,
                "{`reportMetadata`:{`reportFilters`:[{`column`:`Name`,`operator`:`equals`,`value`:`Acme`}],"
                        + "`reportBooleanFilter`:`" + part.repeat(50_000) + "x`}}"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @Test
    void compositeWhenReferencesAreNotClosedThenAnsweredSoon() throws IOException {
        Answer answer = send(shop.json(
                "POST",
                V + "composite",
                "{`compositeRequest`:[{`method`:`POST`,`url`:`" + V
                        + "sobjects/Account`,`referenceId`:`a`,`body`:{`Name`:`" + "@{".repeat(1_000_000) + "`}}]}"));

        assertThat(answer.text()).contains("STRING_TOO_LONG");
    }

    @Test
    void createWhenBodyIsBadUtf32ThenParserError() throws IOException {
        byte[] body = {0, 0, 0, '{', 0x7F, 0x7F, 0x7F, 0x7F};

        assertThat(send(shop.with("POST", V + "sobjects/Account").body(Shop.JSON, body))
                        .text())
                .contains("JSON_PARSER_ERROR");
        assertThat(send(shop.with("POST", V + "jobs/ingest").body(Shop.JSON, body))
                        .text())
                .contains("JSON_PARSER_ERROR");
    }

    @ParameterizedTest
    @ValueSource(ints = {'\u0000', '\u0001', '\u001F', '\uFFFF', '\uD800'})
    void classicErrorWhenTextCannotBeXmlThenStillXml(int character) throws Exception {
        String object = String.format("Ab\\u%04x", character);
        Answer answer = send(
                shop.json("POST", ASYNC + "?x", "{`operation`:`insert`,`object`:`" + object + "`,`contentType`:`CSV`}")
                        .header("Accept", "application/xml")
                        .header("Content-Type", "application/json"));
        Answer batches = send(shop.get(ASYNC + "/%01"));

        assertThat(answer.status()).isEqualTo(400);
        for (Answer each : new Answer[] {answer, batches}) {
            if (each.header("content-type").contains("xml")) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(each.body()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE jobInfo [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><jobInfo><operation>insert</operation>"
                        + "<object>&a;</object><contentType>CSV</contentType></jobInfo>",
                "<!DOCTYPE jobInfo [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><jobInfo><operation>&b;</operation></jobInfo>"
            })
    void classicJobWhenXmlHasEntitiesThenRefused(String xml) throws IOException {
        Answer answer = send(shop.with("POST", ASYNC).body("application/xml", xml));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("InvalidJob").doesNotContain("root:");
    }

    @Test
    void createWhenGzipExpandsALotThenTooLarge() throws IOException {
        Answer answer = send(shop.with("POST", V + "sobjects/Account")
                .body(Shop.JSON, BodyMutation.gzip(("\"" + " ".repeat(60_000_000)).getBytes(UTF_8)))
                .header("Content-Encoding", "gzip"));

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "\"", "", "\u00e9", "a b"})
    void requestWhenCharacterSetDoesNotExistThenUnsupported(String charset) throws IOException {
        for (String target : new String[] {
            V + "sobjects/Account",
            V + "jobs/ingest",
            ASYNC,
            "/services/apexrest/orders",
            "/services/oauth2/token",
            "/cometd/67.0"
        }) {
            Answer answer =
                    send(shop.json("POST", target, "{}").header("Content-Type", "application/json;charset=" + charset));

            assertThat(answer.status()).as(target + answer.text()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/xml"})
    void classicRequestWhenCharacterSetDoesNotExistThenErrorInItsFormat(String type) throws IOException {
        Answer answer = send(shop.json("POST", ASYNC, "{}").header("Content-Type", type + ";charset=nope"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("content-type")).startsWith(type);
        assertThat(answer.text()).contains("ClientInputError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null]",
                "5",
                "[[]]",
                "[{`channel`:5}]",
                "[{`channel`:`/meta/connect`,`clientId`:{}}]",
                "[{`channel`:`/meta/connect`,`connectionType`:[]}]",
                "[{`channel`:`/meta/handshake`,`ext`:1}]",
                "[{`channel`:`/meta/handshake`,`version`:1.0}]",
                "[{`channel`:`/meta/handshake`,`advice`:[]}]",
                "nope",
                "",
                "[][]"
            })
    void streamingWhenMessageHasTheWrongFormThenBadRequest(String messages) throws IOException {
        Answer answer = send(shop.json("POST", "/cometd/67.0/", messages));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?={id}", "?a|b", "?%zz", "?/cometd/99.0"})
    void streamingWhenQueryIsNoPartOfAUriThenAnsweredAsWithoutIt(String query) throws IOException {
        String handshake =
                "[{`channel`:`/meta/handshake`,`version`:`1.0`,`supportedConnectionTypes`:[`long-polling`]}]";

        Answer answer = send(shop.json("POST", "/cometd/67.0/" + query, handshake));

        assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        assertThat(answer.status() == 400 || answer.text().contains("\"successful\":true"))
                .as(answer.text())
                .isTrue();
    }

    @Test
    void createWhenThereIsMoreThanAnObjectThenTheErrorNamesNoClasses() throws IOException {
        Answer answer = send(shop.json("POST", V + "sobjects/Account", "{`Name`:`a`}{}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("JSON_PARSER_ERROR").doesNotContain("jackson");
    }

    @Test
    void apexWhenBodyIsNotCompressedAsSaidThenBadRequest() throws IOException {
        Answer answer =
                send(shop.json("POST", "/services/apexrest/orders", "{}").header("Content-Encoding", "gzip"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("INVALID_INPUT");
    }

    @Test
    void queryWhenTextIsSqlThenItIsText() throws IOException {
        for (String text : new String[] {"x\\' OR 1=1 --", "x\\\"; DROP TABLE \\\"Account\\\"; --"}) {
            assertThat(shop.call(shop.get(
                                    V + "query?q=" + encode("SELECT Id FROM Account WHERE Name = '" + text + "'")))
                            .path("totalSize")
                            .asInt())
                    .isZero();
        }
        assertThat(query("SELECT Id FROM Account").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/services/data/v67.0/jobs/ingest?jobType=%zz", "/services/data/v67.0/jobs/query?jobType=%"})
    void jobsWhenParameterIsNotEncodedThenItStandsForItself(String target) throws IOException {
        assertThat(send(shop.get(target)).status()).isIn(200, 400);
    }

    @Test
    void tokenWhenFormRepeatsANameOftenThenInvalidRequest() throws IOException {
        Answer answer = send(new Draft("POST", "/services/oauth2/token")
                .body("application/x-www-form-urlencoded", "a=b&".repeat(49_000)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("the parameters cannot be read");
    }

    @Test
    void requestsWhenTheirPathsAreLongThenTheLogForgetsTheOldest() throws IOException {
        int requests = 1_200;
        for (int i = 0; i < requests; i++) {
            send(new Draft("GET", "/" + "a".repeat(15_000)));
        }

        assertThat(shop.simulator.requestLog().stream()
                        .mapToLong(request -> request.path().length())
                        .sum())
                .isLessThanOrEqualTo(16_000_000);
    }

    @Test
    void tokenWhenFormIsNotEncodedThenInvalidRequest() throws IOException {
        Answer answer = send(new Draft("POST", "/services/oauth2/token")
                .body("application/x-www-form-urlencoded", "grant_type=%zz&client_id=%"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Shop.MAPPER.readTree(answer.body()).path("error").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sobjects/ContentVersion", "jobs/ingest"})
    void multipartWhenCutThenRefused(String resource) throws IOException {
        String whole = Catalogue.multipart("job", "content", "{`object`:`Account`,`operation`:`insert`}", "text/csv");

        for (String body : new String[] {
            whole.substring(0, whole.length() - 20),
            whole.replace("name=", "nome="),
            whole.replace("Content-Disposition", "X-Disposition"),
            "--BOUNDARY"
        }) {
            Answer answer = send(shop.with("POST", V + resource).body("multipart/form-data; boundary=BOUNDARY", body));

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(Shop.MAPPER.readTree(answer.body()).path(0).has("errorCode"))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/services%2fdata",
                "/services%2Fdata%2fv67.0%2flimits",
                "/services/data%2fv67.0%2flimits",
                "/services%2fasync%2f67.0",
                "/services/apexrest%2forders",
                "//services%2fdata"
            })
    void requestWhenSlashOfTheApiIsEncodedThenNoSuchUrl(String target) throws IOException {
        for (Draft request : new Draft[] {shop.get(target), new Draft("GET", target)}) {
            Answer answer = send(request);

            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            assertThat(answer.text()).contains("URL No Longer Exists");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sobjects/Account/%2e%2e/x", "sobjects/Account/Name/%C0%80"})
    void requestWhenPathIsNoneThenErrorInJson(String resource) throws IOException {
        for (String method : new String[] {"GET", "PATCH"}) {
            Answer answer = send(shop.with(method, V + resource));

            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.header("content-type")).startsWith("application/json");
            assertThat(Shop.MAPPER.readTree(answer.body()).at("/0/errorCode").asText())
                    .isEqualTo("INVALID_INPUT");
        }
    }

    @Test
    void requestWhenPathIsNoneAndXmlIsAcceptedThenErrorInXml() throws IOException {
        Answer answer = send(shop.get(V + "sobjects/%2e%2e/x").header("Accept", "application/xml"));

        assertThat(answer.header("content-type")).startsWith("application/xml");
        assertThat(answer.text()).contains("<Errors><Error>", "<errorCode>INVALID_INPUT</errorCode>");
    }

    @Test
    void classicRequestWhenPathIsNoneThenErrorInXml() throws IOException {
        Answer answer = send(shop.get(ASYNC + "/%2e%2e/x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).startsWith("application/xml");
        assertThat(answer.text()).contains("<exceptionCode>InvalidUrl</exceptionCode>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "[{`channel`:5}]"})
    void streamingWhenBodyIsMalformedThenThePageNamesNoClasses(String body) throws IOException {
        assertPage(shop.json("POST", "/cometd/67.0", body), 400, "Bad Request");
    }

    @Test
    void requestWhenUrlOrHeadersAreTooLongThenAPageAsFromSalesforce() throws IOException {
        assertPage(shop.get(V + "limits?q=" + "x".repeat(16_384)), 414, "URI Too Long");
        assertPage(shop.get(V + "limits").header("X-Long", "x".repeat(16_384)), 431, "Request Header Fields Too Large");
    }

    @Test
    void requestWhenUrlHasNoCharacterThenAPage() throws IOException {
        assertPage(shop.get(V + "sobjects/%00"), 400, "Bad Request");
    }

    private static void assertPage(Draft request, int status, String reason) throws IOException {
        Answer answer = send(request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .isEqualTo("<html><body><h1>Bad Message " + status + "</h1><pre>reason: " + reason
                        + "</pre></body></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST " + V + "sobjects/Account",
                "POST " + V + "graphql",
                "PUT " + V + "sobjects/Account/Legacy_Id__c/1",
                "POST " + V + "jobs/ingest",
                "POST /services/async/67.0/job",
                "POST /services/apexrest/orders",
                "POST /services/oauth2/token",
                "POST /services/oauth2/revoke",
                "POST /services/oauth2/introspect",
                "POST /cometd/67.0"
            })
    void requestWhenItAnnouncesAHugeBodyThenRefused(String request) throws IOException {
        String[] parts = request.split(" ");
        for (String type :
                new String[] {Shop.JSON, "application/x-www-form-urlencoded", "multipart/form-data;boundary=B"}) {
            Draft huge = shop.with(parts[0], parts[1]).header("Content-Type", type);
            huge.framed = "Content-Length: 9999999999\r\n\r\n".getBytes(UTF_8);
            Answer answer = send(huge);

            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
            assertThat(answer.text()).doesNotContain("jetty", "Exception");
        }
    }

    @Test
    void queryWhenLongerThanSalesforceAllowsThenMalformed() throws IOException {
        String soql = in(60_000);
        for (Answer answer : new Answer[] {
            send(shop.json(
                    "POST",
                    V + "composite",
                    "{`compositeRequest`:[{`method`:`GET`,`referenceId`:`a`,`url`:`" + V + "query?q=" + encode(soql)
                            + "`}]}")),
            send(shop.json("POST", V + "jobs/query", "{`operation`:`query`,`query`:`" + soql + "`}"))
        }) {
            assertThat(answer.text())
                    .contains("MALFORMED_QUERY", "SOQL statements can not be longer than 100000 characters");
        }
    }

    @Test
    void queryWhenAsLongAsSalesforceAllowsThenAnswered() throws IOException {
        for (String operator : new String[] {"IN", "NOT IN"}) {
            String soql = in(49_000).replace("IN", operator);

            assertThat(send(shop.json(
                                    "POST",
                                    V + "composite",
                                    "{`compositeRequest`:[{`method`:`GET`,`referenceId`:`a`,`url`:`" + V + "query?q="
                                            + encode(soql) + "`}]}"))
                            .text())
                    .contains("\"httpStatusCode\":200");
        }
    }

    @Test
    void searchWhenLongerThanSalesforceAllowsThenMalformed() throws IOException {
        Answer answer = send(shop.json(
                "POST",
                V + "parameterizedSearch",
                "{`q`:`acme`,`sobjects`:[{`name`:`Account`,`where`:`NumberOfEmployees IN (1" + ",1".repeat(120_000)
                        + ")`}]}"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text())
                .contains("MALFORMED_SEARCH", "SOSL statements can not be longer than 100000 characters");
    }

    @Test
    void searchWhenItNamesAnObjectOftenThenMalformed() throws IOException {
        for (Answer answer : new Answer[] {
            send(shop.get(V + "search?q=" + encode("FIND {acme} RETURNING Account" + ",account".repeat(1_500)))),
            send(shop.get(V + "parameterizedSearch?q=acme" + "&sobject=Account".repeat(900))),
            send(shop.json(
                    "POST",
                    V + "parameterizedSearch",
                    "{`q`:`acme`,`sobjects`:[{`name`:`Account`}" + ",{`name`:`Account`}".repeat(3_000) + "]}"))
        }) {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("MALFORMED_SEARCH", "appears more than once");
        }
    }

    @Test
    void graphQlWhenItHasManySubqueriesThenErrorsOfTheirFields() throws IOException {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            fields.append(" a").append(i).append(": Account { edges { node { Id } } }");
        }
        JsonNode answer = Shop.MAPPER.readTree(
                send(shop.json("POST", V + "graphql", "{`query`:`{ uiapi { query {" + fields + " } } }`}"))
                        .body());

        assertThat(answer.path("errors")).hasSize(290);
        assertThat(answer.at("/errors/0/message").asText()).contains("up to 10 subqueries");
    }

    @Test
    void graphQlWhenChildrenOfParentsMultiplyThenErrors() throws IOException {
        String account = shop.create("Account", Map.of("Name", "Large"));
        for (int i = 0; i < 100; i++) {
            shop.create("Contact", Map.of("LastName", "L" + i, "AccountId", account));
        }
        String contacts = "Contacts(first: 100) { edges { node { Account { ";
        Answer answer = send(shop.json(
                "POST",
                V + "graphql",
                "{`query`:`{ uiapi { query { Account(where: {Id: {eq: \\`" + account + "\\`}}) { edges { node { "
                        + contacts.repeat(6) + "Id" + " } } } }".repeat(6) + " } } } } } }`}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("up to 50000 records");
    }

    @Test
    void graphQlWhenFragmentsMultiplyThenAnsweredSoon() throws IOException {
        StringBuilder document = new StringBuilder("{ uiapi { query { Account { edges { node { ...f0 } } } } } }");
        for (int i = 0; i < 40; i++) {
            document.append(String.format(" fragment f%d on Account { ...f%d ...f%d }", i, i + 1, i + 1));
        }
        Answer answer = send(shop.json(
                "POST", V + "graphql", "{`query`:`" + document.append(" fragment f40 on Account { Id }") + "`}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("The query selects more than 15000 fields");
    }

    @Test
    void graphQlWhenQueryIsLongerThanSalesforceAllowsThenErrorOfTheField() throws IOException {
        Answer answer = send(shop.json(
                "POST",
                V + "graphql",
                "{`query`:`query a($n: [Int]) { uiapi { query { Account(where: {NumberOfEmployees: {in: $n}})"
                        + " { edges { node { Id } } } } } }`,`variables`:{`n`:[1" + ",1".repeat(120_000) + "]}}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Shop.MAPPER.readTree(answer.body()).at("/errors/0/message").asText())
                .contains("SOQL statements can not be longer than 100000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs/query", "jobs/ingest"})
    void jobWhenDescriptionIsTooLongThenTooLarge(String resource) throws IOException {
        Answer answer = send(shop.json("POST", V + resource, "{`query`:`" + "x".repeat(1024 * 1024) + "`}"));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("REQUEST_ENTITY_TOO_LARGE");
    }

    @Test
    void classicJobWhenDescriptionIsTooLongThenTooLarge() throws IOException {
        for (String type : new String[] {Shop.JSON, "application/xml"}) {
            Answer answer = send(shop.with("POST", ASYNC).body(type, " ".repeat(1024 * 1024 + 1)));

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).contains("ClientInputError");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sobjects/ContentVersion", "jobs/ingest"})
    void multipartWhenThereIsNoBodyThenTheErrorNamesNoClasses(String resource) throws IOException {
        Answer answer = send(shop.with("POST", V + resource).body("multipart/form-data; boundary=B", ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("The multipart request cannot be read")
                .doesNotContain("jetty", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sobjects/Account", "jobs/ingest"})
    void jsonWhenItCannotBeReadThenTheErrorNamesNoClasses(String resource) throws IOException {
        for (String body : new String[] {"[".repeat(200_000), "{`a`:", "{`a`:" + "1".repeat(2_000) + "}"}) {
            Answer answer = send(shop.json("POST", V + resource, body));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains("JSON_PARSER_ERROR").doesNotContain("Stream");
        }
    }

    @Test
    void ingestWhenJsonOfClassicBatchIsDeepThenTheErrorNamesNoClasses() throws IOException {
        String job = ASYNC + "/" + shop.classicJob("JSON") + "/batch";
        String batch = job + "/"
                + shop.call(shop.with("POST", job).body(Shop.JSON, "[{\"a\":" + "[".repeat(2_000)))
                        .path("id")
                        .asText();

        Awaitility.await().untilAsserted(() -> assertThat(
                        send(shop.get(batch).header("Accept", Shop.JSON)).text())
                .contains("Failed to parse the JSON")
                .doesNotContain("Stream"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query { a(b: \\`", "{"})
    void graphQlWhenDocumentCannotBeReadThenTheErrorNamesNoLibraries(String query) throws IOException {
        assertThat(graphQlError(query)).isNotEmpty().doesNotContain("ANTLR", "grammar");
    }

    @Test
    void graphQlWhenDocumentIsHugeThenTheErrorNamesNoLibraries() throws IOException {
        for (String query : new String[] {"{" + " a".repeat(20_000) + "}", "{a".repeat(2_000)}) {
            assertThat(graphQlError(query)).isNotEmpty().doesNotContain("ANTLR", "grammar");
        }
    }

    private static String graphQlError(String query) throws IOException {
        return Shop.MAPPER
                .readTree(send(shop.json("POST", V + "graphql", "{`query`:`" + query + "`}"))
                        .body())
                .at("/errors/0/message")
                .asText();
    }

    private static String in(int values) {
        return "SELECT Id FROM Account WHERE NumberOfEmployees IN (1" + ",1".repeat(values - 1) + ")";
    }

    private static Answer query(String soql) throws IOException {
        return send(shop.get(V + "query?q=" + encode(soql)));
    }

    private static Answer send(Draft request) throws IOException {
        return shop.wire.send(request);
    }
}
