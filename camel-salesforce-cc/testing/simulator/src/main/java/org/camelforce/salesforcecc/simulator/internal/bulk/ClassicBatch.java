package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.RowSink;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** A batch of a job of Bulk API 1.0. Its request and its result are files. */
final class ClassicBatch {

    static final int MAX_ROWS = 10_000;

    private final String id;
    private final JobSpec job;
    private final DataFormat format;
    private final TemporaryFiles files;
    private final Instant createdAt;
    private final JobProgress progress;

    ClassicBatch(String id, JobSpec job, DataFormat format, TemporaryFiles files, Instant createdAt) {
        this.id = id;
        this.job = job;
        this.format = format;
        this.files = files;
        this.createdAt = createdAt;
        this.progress = new JobProgress(JobState.UPLOAD_COMPLETE, createdAt);
    }

    String id() {
        return id;
    }

    JobProgress progress() {
        return progress;
    }

    boolean isCompleted() {
        return progress.state() == JobState.JOB_COMPLETE;
    }

    Path request() {
        return file("request");
    }

    Path result() {
        return file("result");
    }

    /** The id of the one result that a query has. */
    String resultId() {
        return "752" + id.substring(3);
    }

    private Path file(String name) {
        return files.file(job.id() + "." + id + "." + name);
    }

    /** Writes the records of the request. */
    void load(BulkRecords records, SObjectDefinition object, JobRunner runner) {
        RowOperation operation =
                new RowOperation(records, job.operation(), job.object(), job.externalIdField(), job.userId());
        try {
            requireFewRows(object);
            try (RowSource rows = rows(object);
                    RowResults results = RowResults.open(result(), format)) {
                new RowLoad(records, operation)
                        .run(
                                rows,
                                () -> progress.state() == JobState.IN_PROGRESS && !runner.isClosed(),
                                (row, outcome) -> {
                                    results.add(outcome);
                                    progress.count(outcome.isSuccess());
                                });
            }
        } catch (JobFailedException e) {
            progress.fail(String.valueOf(e.getMessage()), runner.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireFewRows(SObjectDefinition object) throws IOException {
        int count = 0;
        try (RowSource rows = rows(object)) {
            while (rows.hasNext()) {
                rows.next();
                count++;
                if (count > MAX_ROWS) {
                    throw new JobFailedException(
                            BulkError.INVALID_BATCH.message("Maximum number of records per batch is " + MAX_ROWS));
                }
            }
        }
    }

    private RowSource rows(SObjectDefinition object) throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(request(), CsvDialect.DEFAULT, object);
            case JSON -> new JsonRows(request(), object);
            case XML -> new XmlRows(request(), object);
        };
    }

    /** Runs a query, which is that of the request or a part of it. */
    void query(BulkRecords records, String soql, JobRunner runner) {
        try {
            SoqlQuery query = JobFactory.supported(soql);
            QueryScope scope = new QueryScope(job.userId(), job.operation() == Operation.QUERY_ALL);
            try (ResultSink sink = ClassicRecords.open(result(), format, job.object(), job.apiVersion())) {
                Counting counting = new Counting(sink);
                records.stream(query, scope, counting);
                progress.counted(counting.rows);
            }
        } catch (ApiException e) {
            progress.fail(
                    BulkError.INVALID_BATCH.message(
                            "Failed to process query: " + e.errorCode() + ": " + e.getMessage()),
                    runner.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode toJson() {
        JobProgress.Snapshot now = progress.snapshot();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("jobId", job.id())
                .put("state", stateText(now.state()));
        if (!now.errorMessage().isEmpty()) {
            json.put("stateMessage", now.errorMessage());
        }
        return json.put("createdDate", JobJson.moment(createdAt))
                .put("systemModstamp", JobJson.moment(now.modified()))
                .put("numberRecordsProcessed", now.processed())
                .put("numberRecordsFailed", now.failed())
                .put("totalProcessingTime", now.processingTime().toMillis())
                .put("apiActiveProcessingTime", now.processingTime().toMillis())
                .put("apexProcessingTime", 0);
    }

    private static String stateText(JobState state) {
        return switch (state) {
            case OPEN, UPLOAD_COMPLETE -> "Queued";
            case IN_PROGRESS -> "InProgress";
            case JOB_COMPLETE, CLOSED -> "Completed";
            case FAILED -> "Failed";
            case ABORTED -> "NotProcessed";
        };
    }

    private static final class Counting implements RowSink {

        private final ResultSink sink;
        private long rows;

        Counting(ResultSink sink) {
            this.sink = sink;
        }

        @Override
        public void columns(List<String> names) throws IOException {
            sink.columns(names);
        }

        @Override
        public void row(List<String> values) throws IOException {
            sink.row(values);
            rows++;
        }
    }
}
