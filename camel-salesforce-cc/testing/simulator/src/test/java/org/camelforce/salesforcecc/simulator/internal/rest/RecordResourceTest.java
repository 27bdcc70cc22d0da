package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.camelforce.salesforcecc.simulator.request.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordResourceTest {

    private static final String ACCOUNTS = RestOrg.V + "sobjects/Account/";

    private static final String AT_START = "Wed, 1 Jul 2026 12:00:00 GMT";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void createWhenValidThenCreatedWithLocation() {
        RestOrg.Answer answer = org.post(
                ACCOUNTS, "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Acme\",\"AnnualRevenue\":1250000.50}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/success").asBoolean()).isTrue();
        assertThat(answer.at("/errors")).isEmpty();
        assertThat(answer.text("/id")).startsWith("001").hasSize(18);
        assertThat(answer.header("Location")).isEqualTo(ACCOUNTS + answer.text("/id"));
    }

    @Test
    void createWhenRefusedThenErrorNamesFields() {
        RestOrg.Answer answer = org.post(ACCOUNTS, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .hasToString("[{\"message\":\"Required fields are missing: [Name]\","
                        + "\"errorCode\":\"REQUIRED_FIELD_MISSING\",\"fields\":[\"Name\"]}]");
    }

    @Test
    void readWhenFieldsGivenThenThoseWithAttributes() {
        String id = org.create("Account", "{\"Name\":\"Acme\",\"Site\":\"HQ\"}");

        RestOrg.Answer answer = org.get(ACCOUNTS + id + "?fields=Name,Site");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().properties())
                .extracting(property -> property.getKey())
                .containsExactly("attributes", "Name", "Site", "Id");
        assertThat(answer.text("/attributes/type")).isEqualTo("Account");
        assertThat(answer.text("/attributes/url")).isEqualTo(ACCOUNTS + id);
        assertThat(answer.text("/Name")).isEqualTo("Acme");
    }

    @Test
    void readWhenNoFieldsGivenThenAll() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.get(ACCOUNTS + id);

        assertThat(answer.text("/Id")).isEqualTo(id);
        assertThat(answer.at("/Industry").isNull()).isTrue();
    }

    @Test
    void updateWhenPatchedThenChangedAndNoContent() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.patch(ACCOUNTS + id, "{\"Name\":\"Apex\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.response().body()).isEmpty();
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Apex");
    }

    @Test
    void updateWhenPostedWithMethodOverrideThenChanged() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.post(ACCOUNTS + id + "?_HttpMethod=PATCH", "{\"Name\":\"Apex\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Apex");
    }

    @Test
    void readWhenReadThenTellsWhenLastModified() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        assertThat(org.get(ACCOUNTS + id + "?fields=Name").header("Last-Modified"))
                .isEqualTo(AT_START);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Modified-Since   | Wed, 1 Jul 2026 12:00:00 GMT | 304",
                "If-Modified-Since   | Wed, 1 Jul 2026 11:59:59 GMT | 200",
                "If-Modified-Since   | yesterday                    | 200",
                "If-Unmodified-Since | Wed, 1 Jul 2026 12:00:00 GMT | 200",
                "If-Unmodified-Since | Wed, 1 Jul 2026 11:59:59 GMT | 412"
            })
    void readWhenConditionalThenDependsOnLastModification(String header, String date, int status) {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.get(ACCOUNTS + id, header, date);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().body().isEmpty()).isEqualTo(status != 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE"})
    void changeWhenModifiedMeanwhileThenRefusedAndLeftAlone(String method) {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");
        org.time.advance(Duration.ofMinutes(1));
        org.patch(ACCOUNTS + id, "{\"Name\":\"Apex\"}");

        RestOrg.Answer answer = org.send(
                method, ACCOUNTS + id, BodyPublishers.ofString("{\"Name\":\"Lost\"}"), "If-Unmodified-Since", AT_START);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Apex");
    }

    @Test
    void updateWhenNotModifiedMeanwhileThenChanged() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.send(
                "PATCH",
                ACCOUNTS + id,
                BodyPublishers.ofString("{\"Name\":\"Apex\"}"),
                "If-Unmodified-Since",
                AT_START);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Apex");
    }

    @Test
    void deleteWhenDeletedThenGone() {
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        assertThat(org.delete(ACCOUNTS + id).status()).isEqualTo(204);
        assertThat(org.get(ACCOUNTS + id).status()).isEqualTo(404);
    }

    @Test
    void readWhenParentRelationshipThenParent() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        String contact = org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");

        RestOrg.Answer answer = org.get(RestOrg.V + "sobjects/Contact/" + contact + "/Account?fields=Name");

        assertThat(answer.text("/attributes/url")).isEqualTo(ACCOUNTS + account);
        assertThat(answer.text("/Name")).isEqualTo("Acme");
    }

    @Test
    void readWhenChildRelationshipThenQueryResult() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");
        org.create("Contact", "{\"LastName\":\"Loner\"}");

        RestOrg.Answer answer = org.get(ACCOUNTS + account + "/Contacts?fields=LastName");

        assertThat(answer.at("/totalSize").asInt()).isEqualTo(1);
        assertThat(answer.text("/records/0/LastName")).isEqualTo("Roe");
    }

    @Test
    void recentWhenRecordsTouchedThenLastFirstAndLimited() {
        String first = org.create("Account", "{\"Name\":\"First\"}");
        org.create("Account", "{\"Name\":\"Second\"}");
        String deleted = org.create("Account", "{\"Name\":\"Deleted\"}");
        org.delete(ACCOUNTS + deleted);
        org.get(ACCOUNTS + first);

        assertThat(org.get(RestOrg.V + "recent/").body().findValuesAsText("Name"))
                .containsExactly("First", "Second");
        assertThat(org.get(RestOrg.V + "recent/?limit=1").body()).hasSize(1);
        assertThat(org.get(RestOrg.V + "recent", "Authorization", RestOrg.OTHER_USER)
                        .body())
                .isEmpty();
    }

    @Test
    void createWhenPostedToIdThenSaysCreated() {
        RestOrg.Answer answer = org.post(RestOrg.V + "sobjects/Account/Id", "{\"Name\":\"Acme\"}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/created").asBoolean()).isTrue();
        assertThat(answer.header("Location")).endsWith(answer.text("/id"));
    }

    @Test
    void relationshipWhenPatchedThenParentUpdated() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        String contact = org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");

        RestOrg.Answer answer =
                org.patch(RestOrg.V + "sobjects/Contact/" + contact + "/Account", "{\"Name\":\"Apex\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.get(RestOrg.V + "sobjects/Account/" + account).text("/Name"))
                .isEqualTo("Apex");
    }

    @Test
    void relationshipWhenDeletedThenParentDeleted() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");
        String contact = org.create("Contact", "{\"LastName\":\"Roe\",\"AccountId\":\"" + account + "\"}");

        RestOrg.Answer answer = org.delete(RestOrg.V + "sobjects/Contact/" + contact + "/Account");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.get(RestOrg.V + "sobjects/Account/" + account).status()).isEqualTo(404);
    }

    @Test
    void relationshipWhenParentIsMissingThenNotFound() {
        String contact = org.create("Contact", "{\"LastName\":\"Roe\"}");

        assertThat(org.patch(RestOrg.V + "sobjects/Contact/" + contact + "/Account", "{\"Name\":\"Apex\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void relationshipWhenToManyAndPatchedThenMethodNotAllowed() {
        String account = org.create("Account", "{\"Name\":\"Acme\"}");

        assertThat(org.patch(RestOrg.V + "sobjects/Account/" + account + "/Contacts", "{}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void createWhenMultipartThenRecordCreatedAndUploadIntact() {
        byte[] file = TestFiles.ofSize(8 * 1024 * 1024);

        RestOrg.Answer answer = org.send(
                "POST",
                ACCOUNTS,
                BodyPublishers.ofByteArray(TestFiles.multipart("{\"Name\":\"Acme\"}", "Body", file)),
                "Content-Type",
                "multipart/form-data; boundary=" + TestFiles.BOUNDARY);

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.text("/id");
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Acme");
        assertThat(org.servlet.uploads())
                .containsExactly(new Upload("Account", id, "Body", file.length, TestFiles.sha256(file)));
    }

    @Test
    void updateWhenMultipartThenRecordChangedAndUploadIntact() {
        byte[] file = TestFiles.ofSize(10);
        String id = org.create("Account", "{\"Name\":\"Acme\"}");

        RestOrg.Answer answer = org.send(
                "PATCH",
                ACCOUNTS + id,
                BodyPublishers.ofByteArray(TestFiles.multipart("{\"Name\":\"Apex\"}", "Body", file)),
                "Content-Type",
                "multipart/form-data; boundary=" + TestFiles.BOUNDARY);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(org.get(ACCOUNTS + id).text("/Name")).isEqualTo("Apex");
        assertThat(org.servlet.uploads())
                .containsExactly(new Upload("Account", id, "Body", file.length, TestFiles.sha256(file)));
    }

    @Test
    void createWhenMultipartWithoutJsonThenRefused() {
        RestOrg.Answer answer = org.send(
                "POST",
                ACCOUNTS,
                BodyPublishers.ofString("--x--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo("INVALID_MULTIPART_REQUEST");
    }

    @Test
    void createWhenBodyTooLargeThenRefused() {
        RestOrg.Answer answer = org.post(ACCOUNTS, " ".repeat(50 * 1024 * 1024 + 1));

        assertThat(answer.status()).isEqualTo(413);
    }
}
