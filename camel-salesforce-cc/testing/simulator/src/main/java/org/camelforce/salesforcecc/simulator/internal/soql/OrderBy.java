package org.camelforce.salesforcecc.simulator.internal.soql;

/**
 * One criterion of an ORDER BY clause.
 *
 * @param field what to sort by
 * @param descending whether the greatest comes first
 * @param nullsLast whether records without a value come last; they come first by default
 */
public record OrderBy(FieldPath field, boolean descending, boolean nullsLast) {}
