package org.camelforce.salesforcecc.reliability.child;

import java.nio.file.Path;

/**
 * What nodes share of which one is active.
 *
 * @param jdbcUrl the database with the positions
 * @param locks folder of the lock files that say who is active
 */
public record Cluster(String jdbcUrl, Path locks) {}
