package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.csv.CSVPrinter;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** A job of Bulk API 2.0 that writes records. Its upload and its results are files. */
final class IngestJob implements ListedJob {

    private final JobSpec spec;
    private final SObjectDefinition object;
    private final JobProgress progress;
    private final TemporaryFiles files;
    private final AtomicBoolean uploadBegun = new AtomicBoolean();
    private volatile boolean uploaded;

    IngestJob(JobSpec spec, SObjectDefinition object, TemporaryFiles files) {
        this.spec = spec;
        this.object = object;
        this.progress = new JobProgress(JobState.OPEN, spec.createdAt());
        this.files = files;
    }

    @Override
    public JobSpec spec() {
        return spec;
    }

    JobProgress progress() {
        return progress;
    }

    @Override
    public JobProgress.Snapshot snapshot() {
        return progress.snapshot();
    }

    /** Takes the one upload that a job may have; says whether it has had none. */
    boolean beginUpload() {
        return uploadBegun.compareAndSet(false, true);
    }

    /** Forgets an upload that did not come to its end, so that there can be another one. */
    void dropUpload() {
        uploadBegun.set(false);
    }

    /** Takes the upload if the job is still open; says whether it is. */
    synchronized boolean endUpload() {
        uploaded = progress.state() == JobState.OPEN;
        return uploaded;
    }

    /** Ends the time of uploads; says whether the job was open. */
    synchronized boolean close(Instant now) {
        return progress.move(JobState.OPEN, JobState.UPLOAD_COMPLETE, now);
    }

    boolean isUploaded() {
        return uploaded;
    }

    Path upload() {
        return files.file(spec.id() + ".csv");
    }

    Path successful() {
        return files.file(spec.id() + ".successful.csv");
    }

    Path failed() {
        return files.file(spec.id() + ".failed.csv");
    }

    /** Writes the records. Ends when all rows are done, or when the job is aborted. */
    void process(BulkRecords records, JobRunner runner) {
        if (!isUploaded()) {
            return;
        }
        RowOperation operation =
                new RowOperation(records, spec.operation(), spec.object(), spec.externalIdField(), spec.userId());
        try {
            if (!spec.dialect().isLineEndingOf(upload())) {
                throw new JobFailedException(
                        BulkError.CLIENT_INPUT_ERROR.message("LineEnding is invalid on user data. Current LineEnding"
                                + " setting is " + spec.dialect().lineEnding()));
            }
            try (CsvRows rows = new CsvRows(upload(), spec.dialect(), object);
                    CSVPrinter succeeded = results(successful(), "sf__Created", rows.header());
                    CSVPrinter failed = results(failed(), "sf__Error", rows.header())) {
                new RowLoad(records, operation)
                        .run(
                                rows,
                                () -> progress.state() == JobState.IN_PROGRESS && !runner.isClosed(),
                                (row, outcome) -> done(outcome.isSuccess() ? succeeded : failed, row, outcome));
            }
        } catch (JobFailedException e) {
            progress.fail(String.valueOf(e.getMessage()), runner.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void done(CSVPrinter results, InputRow row, RowOutcome outcome) throws IOException {
        List<String> values = new ArrayList<>();
        values.add(outcome.id());
        values.add(outcome.isSuccess() ? String.valueOf(outcome.created()) : outcome.errorText());
        values.addAll(row.values());
        results.printRecord(values);
        progress.count(outcome.isSuccess());
    }

    private CSVPrinter results(Path file, String second, List<String> header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, spec.dialect().writing());
        List<String> names = new ArrayList<>(List.of("sf__Id", second));
        names.addAll(header);
        printer.printRecord(names);
        return printer;
    }

    @Override
    public ObjectNode toListJson() {
        ObjectNode json = JobJson.common(spec, progress.snapshot())
                .put("jobType", spec.type().text())
                .put("contentUrl", contentUrl());
        return JobJson.withDialect(json, spec.dialect());
    }

    /** The answer to a request that creates or changes the job. */
    ObjectNode toShortJson() {
        ObjectNode json = JobJson.common(spec, progress.snapshot());
        if (progress.state() == JobState.OPEN) {
            json.put("contentUrl", contentUrl());
        }
        return JobJson.withDialect(json, spec.dialect());
    }

    /** The answer to a request for the job's information. */
    ObjectNode toJson() {
        JobProgress.Snapshot now = progress.snapshot();
        ObjectNode json =
                JobJson.common(spec, now).put("jobType", spec.type().text()).put("contentUrl", contentUrl());
        JobJson.withDialect(json, spec.dialect())
                .put("retries", 0)
                .put("totalProcessingTime", now.processingTime().toMillis())
                .put("apiActiveProcessingTime", now.processingTime().toMillis())
                .put("apexProcessingTime", 0)
                .put("numberRecordsProcessed", now.processed())
                .put("numberRecordsFailed", now.failed());
        if (!now.errorMessage().isEmpty()) {
            json.put("errorMessage", now.errorMessage());
        }
        return json;
    }

    private String contentUrl() {
        return "services/data/v" + spec.apiVersion() + ".0/jobs/ingest/" + spec.id() + "/batches";
    }
}
