package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobFieldsIT {

    private static final byte[] CONTENT = content(100_000);

    private final RestOrg org = new RestOrg();
    private String account = "";

    @BeforeEach
    void createAccount() {
        account = org.create("Account", "{\"Name\":\"Acme\"}");
    }

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void attachmentWhenCreatedInBase64ThenBodyIsReadAsItIs() {
        String id = attachment("a.bin", "image/png", CONTENT);

        assertThat(org.bytes(RestOrg.V + "sobjects/Attachment/" + id + "/Body").body())
                .isEqualTo(CONTENT);
        assertThat(org.bytes(RestOrg.V + "sobjects/Attachment/" + id + "/Body")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=bogus", "a\\r\\nX-Injected: 1", "text"})
    void attachmentWhenItsContentTypeIsNoneThenOctets(String type) {
        String id = attachment("a.bin", type, CONTENT);

        assertThat(org.bytes(RestOrg.V + "sobjects/Attachment/" + id + "/Body")
                        .headers()
                        .map())
                .containsEntry("Content-Type", List.of("application/octet-stream"))
                .doesNotContainKey("X-Injected");
    }

    @Test
    void attachmentWhenReadThenBodyIsAPathAndLengthIsKnown() {
        String id = attachment("a.bin", "image/png", CONTENT);

        RestOrg.Answer record = org.get(RestOrg.V + "sobjects/Attachment/" + id);

        assertThat(record.text("/Body")).isEqualTo(RestOrg.V + "sobjects/Attachment/" + id + "/Body");
        assertThat(record.at("/BodyLength").asInt()).isEqualTo(CONTENT.length);
    }

    @Test
    void attachmentWhenQueriedThenBodyIsAPath() {
        String id = attachment("a.bin", "image/png", CONTENT);

        assertThat(org.query("SELECT Body FROM Attachment").text("/records/0/Body"))
                .isEqualTo(RestOrg.V + "sobjects/Attachment/" + id + "/Body");
    }

    @Test
    void attachmentWhenFilteredByBodyThenRefused() {
        RestOrg.Answer answer = org.query("SELECT Id FROM Attachment WHERE Body = 'x'");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_FIELD");
    }

    @Test
    void attachmentWhenBodyIsReplacedThenNewBytesAndLength() {
        String id = attachment("a.bin", "image/png", CONTENT);

        org.patch(RestOrg.V + "sobjects/Attachment/" + id, "{\"Body\":\"" + base64(new byte[] {1, 2, 3}) + "\"}");

        assertThat(org.records.retrieveBlob("Attachment", id, "Body")).containsExactly(1, 2, 3);
        assertThat(org.get(RestOrg.V + "sobjects/Attachment/" + id)
                        .at("/BodyLength")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void attachmentWhenOtherFieldIsChangedThenBytesStay() {
        String id = attachment("a.bin", "image/png", CONTENT);

        org.patch(RestOrg.V + "sobjects/Attachment/" + id, "{\"Name\":\"b.bin\"}");

        assertThat(org.records.retrieveBlob("Attachment", id, "Body")).isEqualTo(CONTENT);
    }

    @Test
    void attachmentWhenParentIsOfAnyObjectThenAccepted() {
        String contact = org.create("Contact", "{\"LastName\":\"Doe\"}");

        assertThat(create("Attachment", "{\"Name\":\"a\",\"Body\":\"AAAA\",\"ParentId\":\"" + contact + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"001000000000999AAA", "zzz000000000001AAA"})
    void attachmentWhenParentIsUnknownThenRefused(String parent) {
        RestOrg.Answer answer =
                create("Attachment", "{\"Name\":\"a\",\"Body\":\"AAAA\",\"ParentId\":\"" + parent + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_CROSS_REFERENCE_KEY");
    }

    @Test
    void attachmentWhenBodyIsMissingThenRefused() {
        RestOrg.Answer answer = create("Attachment", "{\"Name\":\"a\",\"ParentId\":\"" + account + "\"}");

        assertThat(answer.text("/0/errorCode")).isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(answer.text("/0/fields/0")).isEqualTo("Body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%%%\"", "\"A===\"", "\"AA=A\"", "7", "{}"})
    void attachmentWhenBodyIsNoBase64ThenRefused(String body) {
        RestOrg.Answer answer =
                create("Attachment", "{\"Name\":\"a\",\"Body\":" + body + ",\"ParentId\":\"" + account + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    void attachmentWhenCreatedByMultipartThenBodyStoredAndUploadLogged() {
        RestOrg.Answer answer =
                multipart("POST", "Attachment", "{\"Name\":\"a\",\"ParentId\":\"" + account + "\"}", "Body", CONTENT);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(org.records.retrieveBlob("Attachment", answer.text("/id"), "Body"))
                .isEqualTo(CONTENT);
        assertThat(org.servlet.uploads()).hasSize(1);
    }

    @Test
    void documentWhenUpdatedByMultipartThenBodyStored() {
        String folder = org.create("Folder", "{\"Name\":\"Papers\",\"Type\":\"Document\"}");
        String id = org.create("Document", "{\"Name\":\"d\",\"FolderId\":\"" + folder + "\",\"Body\":\"AAAA\"}");

        RestOrg.Answer answer = multipart("PATCH", "Document/" + id, "{\"Keywords\":\"new\"}", "Body", CONTENT);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.records.retrieveBlob("Document", id, "Body")).isEqualTo(CONTENT);
        assertThat(org.get(RestOrg.V + "sobjects/Document/" + id).text("/Keywords"))
                .isEqualTo("new");
    }

    @Test
    void contentVersionWhenItIsTheFirstThenDocumentAndLinksAreThere() {
        String version = org.create(
                "ContentVersion",
                "{\"PathOnClient\":\"folder/plan.txt\",\"VersionData\":\""
                        + base64("hello".getBytes(StandardCharsets.UTF_8)) + "\",\"FirstPublishLocationId\":\""
                        + account + "\"}");

        RestOrg.Answer read = org.get(RestOrg.V + "sobjects/ContentVersion/" + version);

        assertThat(read.text("/Title")).isEqualTo("plan");
        assertThat(read.text("/FileExtension")).isEqualTo("txt");
        assertThat(read.text("/FileType")).isEqualTo("TEXT");
        assertThat(read.text("/ContentSize")).isEqualTo("5");
        assertThat(read.text("/Checksum")).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(read.text("/VersionNumber")).isEqualTo("1");
        assertThat(read.at("/IsLatest").asBoolean()).isTrue();
        RestOrg.Answer document = org.get(RestOrg.V + "sobjects/ContentDocument/" + read.text("/ContentDocumentId"));
        assertThat(document.text("/LatestPublishedVersionId")).isEqualTo(version);
        assertThat(document.text("/Title")).isEqualTo("plan");
        assertThat(org.query("SELECT LinkedEntityId FROM ContentDocumentLink ORDER BY LinkedEntityId")
                        .body()
                        .findValuesAsText("LinkedEntityId"))
                .containsExactly(account, RestOrg.USER);
    }

    @Test
    void contentDocumentWhenCreatedAloneThenRefused() {
        RestOrg.Answer answer = create("ContentDocument", "{\"Description\":\"alone\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_TYPE_FOR_OPERATION");
    }

    @Test
    void contentVersionWhenItIsTheNextThenTheLatest() {
        String first = org.create("ContentVersion", "{\"PathOnClient\":\"a.pdf\",\"VersionData\":\"AAAA\"}");
        String document =
                org.get(RestOrg.V + "sobjects/ContentVersion/" + first).text("/ContentDocumentId");

        String second = org.create(
                "ContentVersion",
                "{\"PathOnClient\":\"b.pdf\",\"VersionData\":\"AQID\",\"ContentDocumentId\":\"" + document + "\"}");

        assertThat(org.get(RestOrg.V + "sobjects/ContentVersion/" + first)
                        .at("/IsLatest")
                        .asBoolean())
                .isFalse();
        assertThat(org.get(RestOrg.V + "sobjects/ContentVersion/" + second).text("/VersionNumber"))
                .isEqualTo("2");
        assertThat(org.get(RestOrg.V + "sobjects/ContentDocument/" + document).text("/LatestPublishedVersionId"))
                .isEqualTo(second);
        assertThat(org.bytes(RestOrg.V + "sobjects/ContentVersion/" + second + "/VersionData")
                        .body())
                .containsExactly(1, 2, 3);
    }

    @Test
    void blobWhenFieldHoldsNoBlobThenNotFound() {
        String id = attachment("a.bin", "image/png", CONTENT);

        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Attachment/" + id + "/Name");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @Test
    void describeWhenReferenceIsPolymorphicThenItNamesTheObjects() {
        RestOrg.Answer describe = org.get(RestOrg.V + "sobjects/Attachment/describe");

        assertThat(describe.body().findParents("polymorphicForeignKey"))
                .filteredOn(field -> field.path("name").asText().equals("ParentId"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.path("polymorphicForeignKey").asBoolean()).isTrue();
                    assertThat(field.path("referenceTo").toString()).contains("Account", "Contact");
                });
    }

    private String attachment(String name, String type, byte[] content) {
        return org.create(
                "Attachment",
                "{\"Name\":\"" + name + "\",\"ContentType\":\"" + type + "\",\"ParentId\":\"" + account
                        + "\",\"Body\":\"" + base64(content) + "\"}");
    }

    private RestOrg.Answer create(String object, String json) {
        return org.post(RestOrg.V + "sobjects/" + object, json);
    }

    private RestOrg.Answer multipart(String method, String path, String json, String field, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"entity\"\r\nContent-Type: application/json\r\n\r\n"
                                + json + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + field
                                + "\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return org.send(
                method,
                RestOrg.V + "sobjects/" + path,
                BodyPublishers.ofByteArray(body.toByteArray()),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    private static String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }
}
