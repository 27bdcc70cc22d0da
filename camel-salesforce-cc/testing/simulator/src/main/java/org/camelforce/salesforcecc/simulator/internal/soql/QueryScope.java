package org.camelforce.salesforcecc.simulator.internal.soql;

/**
 * Who asks a query, and for which rows.
 *
 * @param userId who asks; empty for nobody, who owns nothing
 * @param includeDeleted whether rows in the recycle bin count (queryAll)
 */
public record QueryScope(String userId, boolean includeDeleted) {}
