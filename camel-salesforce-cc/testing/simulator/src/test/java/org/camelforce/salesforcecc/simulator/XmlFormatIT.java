package org.camelforce.salesforcecc.simulator;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class XmlFormatIT {

    private static final String V = "/services/data/v67.0/";
    private static final String XML = "application/xml";

    private final SalesforceSimulator simulator = SalesforceSimulator.start();
    private final String token = new TestClient(simulator).login();
    private final String user = simulator.runAsUserId().orElseThrow();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void createWhenBodyIsXmlThenResultInXml() throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                V + "sobjects/Account",
                "<?xml version=\"1.0\"?><Account><Name>Acme &amp; Co</Name><NumberOfEmployees>7</NumberOfEmployees>"
                        + "<Fax/></Account>");

        assertThat(answer.statusCode()).isEqualTo(201);
        Element result = document(answer);
        assertThat(result.getTagName()).isEqualTo("Result");
        assertThat(text(result, "success")).isEqualTo("true");
        ObjectNode stored = simulator
                .records()
                .query("SELECT Id, Name, NumberOfEmployees FROM Account")
                .get(0);
        assertThat(stored.get("Id").asText()).isEqualTo(text(result, "id"));
        assertThat(stored.get("Name").asText()).isEqualTo("Acme & Co");
        assertThat(stored.get("NumberOfEmployees").asInt()).isEqualTo(7);
    }

    @Test
    void createWhenBodyIsUtf16ThenRead() throws Exception {
        HttpResponse<String> answer =
                send("POST", V + "sobjects/Account", "<Account><Name>Zo\u00eb</Name></Account>".getBytes(UTF_16), XML);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(simulator
                        .records()
                        .query("SELECT Name FROM Account")
                        .get(0)
                        .get("Name")
                        .asText())
                .isEqualTo("Zo\u00eb");
    }

    @Test
    void createWhenFieldIsRefusedThenErrorsInXml() throws Exception {
        HttpResponse<String> answer = send("POST", V + "sobjects/Account", "<Account><Nope>1</Nope></Account>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(document(answer).getTagName()).isEqualTo("Errors");
        assertThat(text(document(answer), "errorCode")).isEqualTo("INVALID_FIELD");
    }

    @Test
    void createWhenElementHasTooManyAttributesThenTheErrorNamesNoLibraries() throws Exception {
        String attributes =
                IntStream.range(0, 10_001).mapToObj(i -> " a" + i + "=\"\"").collect(Collectors.joining());

        HttpResponse<String> answer = send("POST", V + "sobjects/Account", "<Account" + attributes + "/>");

        assertThat(text(document(answer), "errorCode")).isEqualTo("XML_PARSER_ERROR");
        assertThat(answer.body()).contains("ParseError").doesNotContain("JAXP").doesNotContain("JDK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Account>",
                "{}",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Account><Name>&e;</Name></Account>"
            })
    void createWhenDocumentIsMalformedThenParserError(String body) throws Exception {
        HttpResponse<String> answer = send("POST", V + "sobjects/Account", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(document(answer), "errorCode")).isEqualTo("XML_PARSER_ERROR");
    }

    @Test
    void updateWhenFieldIsNilThenCleared() throws Exception {
        String id = account("Acme", "1");

        HttpResponse<String> answer = send(
                "PATCH",
                V + "sobjects/Account/" + id,
                "<Account xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Fax xsi:nil=\"true\">x</Fax></Account>");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(simulator
                        .records()
                        .query("SELECT Fax FROM Account")
                        .get(0)
                        .get("Fax")
                        .isNull())
                .isTrue();
    }

    @Test
    void readWhenXmlIsAcceptedThenRecordWithItsAttributes() throws Exception {
        String id = account("Acme", "1");

        Element record = document(get(V + "sobjects/Account/" + id + "?fields=Name,Phone", XML));

        assertThat(record.getTagName()).isEqualTo("Account");
        assertThat(record.getAttribute("type")).isEqualTo("Account");
        assertThat(record.getAttribute("url")).isEqualTo(V + "sobjects/Account/" + id);
        assertThat(text(record, "Name")).isEqualTo("Acme");
        assertThat(((Element) record.getElementsByTagName("Phone").item(0)).getAttribute("xsi:nil"))
                .isEqualTo("true");
    }

    @Test
    void queryWhenXmlIsAcceptedThenQueryResult() throws Exception {
        account("Acme", "1");
        account("Bcme", "2");

        Element result = document(get(V + "query?q=SELECT+Name,Owner.Username+FROM+Account", XML));

        assertThat(result.getTagName()).isEqualTo("QueryResult");
        assertThat(text(result, "totalSize")).isEqualTo("2");
        assertThat(result.getElementsByTagName("records").getLength()).isEqualTo(2);
        assertThat(text(result, "Username")).isEqualTo("integration@simulator.example");
    }

    @Test
    void treeWhenXmlThenParentAndChildrenCreated() throws Exception {
        HttpResponse<String> answer = send(
                "POST",
                V + "composite/tree/Account",
                """
                <SObjectTreeRequest>
                  <records type="Account" referenceId="ref1">
                    <name>SampleAccount</name>
                    <Contacts><records type="Contact" referenceId="ref2"><lastname>Smith</lastname></records></Contacts>
                  </records>
                </SObjectTreeRequest>""");

        assertThat(answer.statusCode()).isEqualTo(201);
        Element tree = document(answer);
        assertThat(tree.getTagName()).isEqualTo("SObjectTreeResponse");
        assertThat(text(tree, "hasErrors")).isEqualTo("false");
        assertThat(tree.getElementsByTagName("results").getLength()).isEqualTo(2);
        assertThat(simulator
                        .records()
                        .query("SELECT Account.Name FROM Contact")
                        .get(0)
                        .toString())
                .contains("SampleAccount");
    }

    @ParameterizedTest
    @CsvSource({
        "/services/data, Versions",
        "/services/data/v67.0, urls",
        "/services/data/v67.0/limits, LimitsSnapshot",
        "/services/data/v67.0/sobjects, DescribeGlobal",
        "/services/data/v67.0/sobjects/Account/describe, DescribeSObject",
        "/services/data/v67.0/nothing, Errors"
    })
    void getWhenXmlIsAcceptedThenDocument(String path, String root) throws Exception {
        HttpResponse<String> answer = get(path, XML);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("application/xml;charset=UTF-8");
        assertThat(document(answer).getTagName()).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "nonsense", "application/json, application/xml", "text/html"})
    void getWhenXmlIsNotPreferredThenJson(String accept) throws Exception {
        assertThat(get(V + "limits", accept).body()).startsWith("{");
    }

    @Test
    void compositeWhenXmlIsAcceptedThenJsonAllTheSame() throws Exception {
        assertThat(get(V + "composite", XML).body()).startsWith("{");
    }

    @Test
    void readWhenPathEndsInFormatThenInThatFormatUntilVersion57() throws Exception {
        String record = "/sobjects/Account/" + account("Acme", "1");

        assertThat(get("/services/data/v57.0" + record + ".xml", "").body()).contains("<Account ");
        assertThat(get("/services/data/v57.0" + record + ".json", XML).body()).startsWith("{");
        assertThat(get("/services/data/v58.0" + record + ".xml", "").statusCode())
                .isEqualTo(404);
    }

    private String account(String name, String fax) {
        return simulator
                .records()
                .create(
                        "Account",
                        JsonNodeFactory.instance.objectNode().put("Name", name).put("Fax", fax),
                        user);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest.Builder request = request(path);
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body.getBytes(UTF_8), XML);
    }

    private HttpResponse<String> send(String method, String path, byte[] body, String type) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request(path)
                                .header("Accept", type)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.getLoginUrl() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static Element document(HttpResponse<String> answer) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)))
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
