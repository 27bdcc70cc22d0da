package org.camelforce.salesforcecc.internal.request;

/**
 * What requests may take.
 *
 * @param timeoutMillis how long a request, and the login that it waits for, may take each, in milliseconds
 * @param maxAnswerBytes how large an answer may be that is read as a whole
 */
public record RequestLimits(long timeoutMillis, int maxAnswerBytes) {}
