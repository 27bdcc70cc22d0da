package org.camelforce.salesforcecc.simulator.internal.bulk;

/** The states of a job of Bulk API 2.0, and of those of Bulk API 1.0 that it lists. */
enum JobState {
    OPEN("Open"),
    CLOSED("Closed"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String text;

    JobState(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean isEnd() {
        return this == JOB_COMPLETE || this == FAILED || this == ABORTED;
    }

    /** How messages call the state. */
    String inMessages() {
        return this == JOB_COMPLETE ? "Completed" : text;
    }
}
