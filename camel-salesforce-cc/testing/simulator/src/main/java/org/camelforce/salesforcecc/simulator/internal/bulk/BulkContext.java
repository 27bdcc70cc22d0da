package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.InstantSource;
import org.camelforce.salesforcecc.simulator.internal.data.BulkRecords;
import org.camelforce.salesforcecc.simulator.internal.data.TemporaryFiles;

/**
 * What the resources of both APIs share.
 *
 * @param records the org's records
 * @param jobs all jobs
 * @param files their files
 * @param factory reads what clients ask of new jobs
 * @param runner runs the jobs
 * @param times how long jobs take at least
 * @param time the org's clock
 */
record BulkContext(
        BulkRecords records,
        Jobs jobs,
        TemporaryFiles files,
        JobFactory factory,
        JobRunner runner,
        JobTimes times,
        InstantSource time) {

    /** Lets a job that is in the queue be in progress and complete, unless it is aborted meanwhile. */
    void run(JobProgress progress, Runnable work) {
        runner.at(time.instant().plus(times.queued()), () -> {
            if (!progress.move(JobState.UPLOAD_COMPLETE, JobState.IN_PROGRESS, time.instant())) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                progress.fail("UnknownException : An unexpected error occurred", time.instant());
                throw e;
            }
            runner.at(
                    progress.snapshot().modified().plus(times.inProgress()),
                    () -> progress.move(JobState.IN_PROGRESS, JobState.JOB_COMPLETE, time.instant()));
        });
    }
}
