package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.RowSink;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** A job of Bulk API 2.0 that queries. Its result is a file, so that it stays the same while the job exists. */
final class QueryJob implements ListedJob {

    private static final int COUNT_STEP = 1_000;

    private final JobSpec spec;
    private final SoqlQuery query;
    private final JobProgress progress;
    private final TemporaryFiles files;
    private volatile @Nullable ResultFile results;

    QueryJob(JobSpec spec, SoqlQuery query, TemporaryFiles files) {
        this.spec = spec;
        this.query = query;
        this.progress = new JobProgress(JobState.UPLOAD_COMPLETE, spec.createdAt());
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

    /** What was found; null until the job is complete. */
    @Nullable
    ResultFile results() {
        return progress.state() == JobState.JOB_COMPLETE ? results : null;
    }

    void process(BulkRecords records, JobRunner runner) {
        QueryScope scope = new QueryScope(spec.userId(), spec.operation() == Operation.QUERY_ALL);
        try (ResultFile file = new ResultFile(files.file(spec.id() + ".results.csv"), spec.dialect())) {
            results = file;
            records.stream(query, scope, new RowSink() {
                @Override
                public void columns(List<String> names) throws IOException {
                    file.columns(names);
                }

                @Override
                public void row(List<String> values) throws IOException {
                    file.row(values);
                    if (file.rows() % COUNT_STEP == 0) {
                        progress.counted(file.rows());
                        requireGoingOn(runner);
                    }
                }
            });
            progress.counted(file.rows());
        } catch (ApiException e) {
            progress.fail(e.errorCode() + " : " + e.getMessage(), runner.now());
        } catch (JobFailedException e) {
            progress.abort(runner.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireGoingOn(JobRunner runner) {
        if (progress.state() != JobState.IN_PROGRESS || runner.isClosed()) {
            throw new JobFailedException("the job has been aborted");
        }
    }

    @Override
    public ObjectNode toListJson() {
        ObjectNode json = JobJson.common(spec, progress.snapshot())
                .put("jobType", spec.type().text());
        return JobJson.withDialect(json, spec.dialect());
    }

    /** The answer to a request that creates or changes the job. */
    ObjectNode toShortJson() {
        return JobJson.withDialect(JobJson.common(spec, progress.snapshot()), spec.dialect());
    }

    /** The answer to a request for the job's information. */
    ObjectNode toJson() {
        JobProgress.Snapshot now = progress.snapshot();
        ObjectNode json = toListJson()
                .put("numberRecordsProcessed", now.processed())
                .put("retries", 0)
                .put("totalProcessingTime", now.processingTime().toMillis());
        if (!now.errorMessage().isEmpty()) {
            json.put("errorMessage", now.errorMessage());
        }
        return json;
    }
}
