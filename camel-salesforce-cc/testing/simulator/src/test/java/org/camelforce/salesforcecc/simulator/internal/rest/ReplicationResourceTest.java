package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationResourceTest {

    private static final String ACCOUNT = RestOrg.V + "sobjects/Account/";

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void updatedWhenRecordsChangedInTheSpanThenTheirIds() {
        String before = org.create("Account", "{\"Name\":\"before\"}");
        String changed = org.create("Account", "{\"Name\":\"changed\"}");
        String deleted = org.create("Account", "{\"Name\":\"deleted\"}");
        org.time.advance(Duration.ofMinutes(10));
        String created = org.create("Account", "{\"Name\":\"created\"}");
        org.patch(ACCOUNT + changed, "{\"Name\":\"changed twice\"}");
        org.delete(ACCOUNT + deleted);

        RestOrg.Answer answer = span("updated", "2026-07-01T12:05:00Z", "2026-07-01T12:15:59Z");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/ids")).extracting(id -> id.asText()).containsExactly(changed, created);
        assertThat(answer.text("/latestDateCovered")).isEqualTo("2026-07-01T12:10:00.000+0000");
        assertThat(answer.body().toString()).doesNotContain(before);
    }

    @Test
    void deletedWhenRecordsWereDeletedInTheSpanThenIdsAndDates() {
        String early = org.create("Account", "{\"Name\":\"early\"}");
        String late = org.create("Account", "{\"Name\":\"late\"}");
        org.delete(ACCOUNT + early);
        org.time.advance(Duration.ofMinutes(10));
        org.delete(ACCOUNT + late);
        org.time.advance(Duration.ofMinutes(10));

        RestOrg.Answer answer = span("deleted", "2026-07-01T12:05:00+00:00", "2026-07-01T12:15:00+00:00");

        assertThat(answer.at("/deletedRecords")).hasSize(1);
        assertThat(answer.text("/deletedRecords/0/id")).isEqualTo(late);
        assertThat(answer.text("/deletedRecords/0/deletedDate")).isEqualTo("2026-07-01T12:10:00.000+0000");
        assertThat(answer.text("/earliestDateAvailable")).isEqualTo("2026-06-16T12:20:00.000+0000");
        assertThat(answer.text("/latestDateCovered")).isEqualTo("2026-07-01T12:15:00.000+0000");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T12:05:59Z, 2026-07-01T12:05:00Z, INVALID_REPLICATION_DATE",
        "2026-07-01T12:06:00Z, 2026-07-01T12:05:00Z, INVALID_REPLICATION_DATE",
        "2026-05-01T12:06:00Z, 2026-07-01T12:05:00Z, INVALID_REPLICATION_DATE",
        "yesterday, 2026-07-01T12:05:00Z, INVALID_REPLICATION_DATE",
        "'', 2026-07-01T12:05:00Z, MISSING_ARGUMENT"
    })
    void updatedWhenSpanIsNotValidThenRefused(String start, String end, String code) {
        RestOrg.Answer answer = span("updated", start, end);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo(code);
    }

    @Test
    void updatedWhenSpanHasSecondsThenIgnored() {
        String id = org.create("Account", "{\"Name\":\"at noon\"}");

        assertThat(span("updated", "2026-07-01T12:00:59Z", "2026-07-01T12:05:00Z")
                        .text("/ids/0"))
                .isEqualTo(id);
    }

    @Test
    void updatedWhenMethodIsAnotherThenNotAllowed() {
        assertThat(org.delete(ACCOUNT + "updated").status()).isEqualTo(405);
    }

    @Test
    void updatedWhenObjectIsUnknownThenNotFound() {
        assertThat(org.get(RestOrg.V + "sobjects/Nope/updated?start=2026-07-01T12:05:00Z&end=2026-07-01T12:15:00Z")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void recordCountWhenObjectsAreNamedThenTheirsOnly() {
        org.create("Account", "{\"Name\":\"one\"}");
        org.delete(ACCOUNT + org.create("Account", "{\"Name\":\"gone\"}"));

        RestOrg.Answer answer = org.get(RestOrg.V + "limits/recordCount?sObjects=contact,Account,Nope");

        assertThat(answer.body().toString())
                .isEqualTo("{\"sObjects\":[{\"count\":1,\"name\":\"Account\"},{\"count\":0,\"name\":\"Contact\"}]}");
    }

    @Test
    void recordCountWhenNoObjectIsNamedThenAll() {
        RestOrg.Answer answer = org.get(RestOrg.V + "limits/recordCount");

        assertThat(answer.at("/sObjects").findValuesAsText("name")).contains("Account", "User", "Attachment");
    }

    private RestOrg.Answer span(String resource, String start, String end) {
        return org.get(ACCOUNT + resource + "/?start=" + start + "&end=" + end);
    }
}
