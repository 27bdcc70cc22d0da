package org.camelforce.salesforcecc.metrics;

/** What came of a login: the values of {@link MeterTag#OUTCOME}. */
enum LoginOutcome {
    SUCCESS,
    REFUSED,
    UNAVAILABLE
}
