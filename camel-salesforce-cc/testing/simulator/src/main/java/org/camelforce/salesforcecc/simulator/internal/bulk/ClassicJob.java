package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;

/** A job of Bulk API 1.0. */
final class ClassicJob implements ListedJob {

    private final JobSpec spec;
    private final ClassicSettings settings;
    private final JobProgress progress;
    private final List<ClassicBatch> batches = new CopyOnWriteArrayList<>();

    ClassicJob(JobSpec spec, ClassicSettings settings) {
        this.spec = spec;
        this.settings = settings;
        this.progress = new JobProgress(JobState.OPEN, spec.createdAt());
    }

    @Override
    public JobSpec spec() {
        return spec;
    }

    ClassicSettings settings() {
        return settings;
    }

    JobProgress progress() {
        return progress;
    }

    @Override
    public boolean isPkChunking() {
        return settings.chunkSize() > 0;
    }

    @Override
    public JobProgress.Snapshot snapshot() {
        return progress.snapshot();
    }

    void add(ClassicBatch batch) {
        batches.add(batch);
    }

    List<ClassicBatch> batches() {
        return List.copyOf(batches);
    }

    Optional<ClassicBatch> batch(String id) {
        return Optional.of(id)
                .filter(SalesforceId::isWellFormed)
                .map(SalesforceId::to18)
                .flatMap(long18 -> batches.stream()
                        .filter(batch -> batch.id().equals(long18))
                        .findFirst());
    }

    /** Ends the job; batches that wait are not processed. Says whether it had not ended. */
    boolean abort(Instant now) {
        if (progress.move(JobState.OPEN, JobState.ABORTED, now)
                || progress.move(JobState.CLOSED, JobState.ABORTED, now)) {
            batches.forEach(batch -> batch.progress().abort(now));
            return true;
        }
        return false;
    }

    @Override
    public ObjectNode toListJson() {
        return JobJson.common(spec, progress.snapshot())
                .put("concurrencyMode", settings.concurrencyMode())
                .put("contentType", settings.format().name())
                .put("jobType", spec.type().text());
    }

    ObjectNode toJson() {
        long processed = 0;
        long failed = 0;
        long millis = 0;
        for (ClassicBatch batch : batches) {
            JobProgress.Snapshot now = batch.progress().snapshot();
            processed += now.processed();
            failed += now.failed();
            millis += now.processingTime().toMillis();
        }
        ObjectNode json = JobJson.common(spec, progress.snapshot());
        json.remove("apiVersion");
        return json.put("concurrencyMode", settings.concurrencyMode())
                .put("contentType", settings.format().name())
                .put("numberBatchesQueued", count(JobState.UPLOAD_COMPLETE))
                .put("numberBatchesInProgress", count(JobState.IN_PROGRESS))
                .put("numberBatchesCompleted", count(JobState.JOB_COMPLETE))
                .put("numberBatchesFailed", count(JobState.FAILED))
                .put("numberBatchesTotal", batches.size())
                .put("numberRecordsProcessed", processed)
                .put("numberRetries", 0)
                .put("apiVersion", (double) spec.apiVersion())
                .put("numberRecordsFailed", failed)
                .put("totalProcessingTime", millis)
                .put("apiActiveProcessingTime", millis)
                .put("apexProcessingTime", 0);
    }

    private long count(JobState state) {
        return batches.stream()
                .filter(batch -> batch.progress().state() == state)
                .count();
    }
}
