package org.camelforce.salesforcecc.simulator.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.bulk.BulkOrg.INSERT;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobTimesTest {

    private static final Duration QUEUED = Duration.ofMinutes(1);
    private static final Duration IN_PROGRESS = Duration.ofMinutes(5);

    private final BulkOrg org = new BulkOrg(QUEUED, IN_PROGRESS);

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void stateWhenTimePassesThenOneAfterTheOther() {
        String job = closed();
        assertThat(org.state(job)).isEqualTo("UploadComplete");
        assertThat(org.names()).isEmpty();

        org.time.advance(QUEUED);
        org.awaitState(job, "InProgress");

        org.time.advance(IN_PROGRESS);
        org.awaitState(job, "JobComplete");
        assertThat(org.info(job, "totalProcessingTime")).isEqualTo("300000");
        assertThat(org.info(job, "systemModstamp")).isEqualTo("2026-11-20T10:06:00.000+0000");
    }

    @Test
    void abortWhenQueuedThenNothingIsProcessed() {
        String job = closed();

        assertThat(org.abort(job).statusCode()).isEqualTo(200);
        org.time.advance(QUEUED.plus(IN_PROGRESS));

        assertThat(org.state(job)).isEqualTo("Aborted");
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo("Name\nAcme\n");
        assertThat(org.get(job + "/successfulResults").body()).isEqualTo("\"sf__Id\",\"sf__Created\"\n");
    }

    @Test
    void abortWhenInProgressThenWhatIsDoneStays() {
        String job = closed();
        org.time.advance(QUEUED);
        org.awaitState(job, "InProgress");
        org.awaitProcessed(job, 1);

        assertThat(org.abort(job).statusCode()).isEqualTo(200);

        assertThat(org.state(job)).isEqualTo("Aborted");
        assertThat(org.names()).containsExactly("Acme");
        assertThat(org.get(job + "/unprocessedrecords").body()).isEqualTo("Name\n");
        assertThat(org.get(job + "/successfulResults").body()).endsWith("\"true\",\"Acme\"\n");
    }

    @Test
    void resultsWhenJobHasNotEndedThenRefused() {
        String job = closed();

        assertThat(org.get(job + "/successfulResults").statusCode()).isEqualTo(400);
        assertThat(org.get(job + "/unprocessedrecords").statusCode()).isEqualTo(400);
    }

    @Test
    void queryResultsWhenJobIsNotCompleteThenNoContent() {
        String job = org.createQuery("{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}");

        assertThat(org.state(job)).isEqualTo("UploadComplete");
        assertThat(org.get(job + "/results").statusCode()).isEqualTo(204);
    }

    @Test
    void abortWhenQueryIsQueuedThenAborted() {
        String job = org.createQuery("{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\"}");
        assertThat(org.send("DELETE", job, "", "").statusCode()).isEqualTo(400);

        assertThat(org.abort(job).statusCode()).isEqualTo(200);

        assertThat(org.state(job)).isEqualTo("Aborted");
        assertThat(org.send("DELETE", job, "", "").statusCode()).isEqualTo(204);
        assertThat(org.get(job).statusCode()).isEqualTo(404);
    }

    @Test
    void getWhenJobEndedMoreThanSevenDaysAgoThenGone() {
        String job = closed();
        org.abort(job);
        String open = org.create(INSERT);

        org.time.advance(Duration.ofDays(7));
        org.relogin();
        assertThat(org.get(job).statusCode()).isEqualTo(200);
        org.time.advance(Duration.ofSeconds(1));

        assertThat(org.get(job).statusCode()).isEqualTo(404);
        assertThat(org.get(open).statusCode()).isEqualTo(200);
    }

    private String closed() {
        String job = org.create(INSERT);
        org.put(job + "/batches", "Name\nAcme\n");
        org.close(job);
        return job;
    }
}
