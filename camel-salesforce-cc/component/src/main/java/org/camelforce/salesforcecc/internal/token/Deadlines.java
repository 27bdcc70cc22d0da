package org.camelforce.salesforcecc.internal.token;

/**
 * When a token is to be renewed, in nanoseconds of the ticker: a wall clock that jumps moves neither.
 *
 * @param advisoryAt when a renewal in the background begins
 * @param mandatoryAt when callers begin to wait for it
 */
record Deadlines(long advisoryAt, long mandatoryAt) {}
