package org.camelforce.salesforcecc.operations.picture;

/**
 * What the dashboard shows.
 *
 * @param start seconds since 1970
 * @param end seconds since 1970
 */
record Window(long start, long end) {

    private static final int RATE_INTERVAL_SECONDS = 15;

    long seconds() {
        return end - start;
    }

    /** @return seconds between two points of a line */
    int step() {
        return 1;
    }

    /** @return what {@code $__rate_interval} stands for, in seconds */
    int rateInterval() {
        return RATE_INTERVAL_SECONDS;
    }
}
