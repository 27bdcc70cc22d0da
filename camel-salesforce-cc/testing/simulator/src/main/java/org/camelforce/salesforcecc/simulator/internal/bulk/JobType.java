package org.camelforce.salesforcecc.simulator.internal.bulk;

/** Which API a job belongs to. */
enum JobType {
    CLASSIC("Classic"),
    V2_INGEST("V2Ingest"),
    V2_QUERY("V2Query");

    private final String text;

    JobType(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
