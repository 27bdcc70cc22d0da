package org.camelforce.salesforcecc.internal.token;

/**
 * What Salesforce is asked about a token; given up at its deadline, as if there was no answer.
 *
 * @param number tells it from all others of its manager
 * @param deadline the ticker's time
 */
record Question(long number, long deadline) {

    boolean isOverdue(long now) {
        return now - deadline >= 0;
    }
}
