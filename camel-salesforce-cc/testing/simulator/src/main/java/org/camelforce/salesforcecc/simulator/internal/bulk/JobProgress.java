package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.Duration;
import java.time.Instant;

/** The state of a job, and what it has done so far. Safe for use by several threads. */
final class JobProgress {

    /**
     * A job at one moment.
     *
     * @param state its state
     * @param modified when its state changed last
     * @param processed rows done, the failed ones included
     * @param failed rows that failed
     * @param errorMessage why the job failed; empty if it did not
     * @param processingTime how long it has been in progress
     */
    record Snapshot(
            JobState state,
            Instant modified,
            long processed,
            long failed,
            String errorMessage,
            Duration processingTime) {}

    private JobState state;
    private Instant modified;
    private Instant started;
    private long processed;
    private long failed;
    private String errorMessage = "";

    JobProgress(JobState state, Instant now) {
        this.state = state;
        this.modified = now;
        this.started = now;
    }

    synchronized Snapshot snapshot() {
        Duration taken = state.isEnd() ? Duration.between(started, modified) : Duration.ZERO;
        return new Snapshot(state, modified, processed, failed, errorMessage, taken);
    }

    synchronized JobState state() {
        return state;
    }

    /** Moves the job on if it is in a state; says whether it was. */
    synchronized boolean move(JobState from, JobState to, Instant now) {
        if (state != from) {
            return false;
        }
        if (from != JobState.IN_PROGRESS) {
            started = now;
        }
        state = to;
        modified = now;
        return true;
    }

    synchronized void fail(String message, Instant now) {
        if (!state.isEnd()) {
            state = JobState.FAILED;
            modified = now;
            errorMessage = message;
        }
    }

    /** Ends the job unless it has ended; says whether it had not. */
    synchronized boolean abort(Instant now) {
        if (state.isEnd()) {
            return false;
        }
        if (state != JobState.IN_PROGRESS) {
            started = now;
        }
        state = JobState.ABORTED;
        modified = now;
        return true;
    }

    synchronized void count(boolean success) {
        processed++;
        if (!success) {
            failed++;
        }
    }

    synchronized void counted(long rows) {
        processed = rows;
    }
}
