package org.camelforce.salesforcecc.examples.cluster;

import java.time.Instant;

/**
 * The end of a node in mid-stream.
 *
 * @param node the node
 * @param at when, by the database's clock
 * @param position the last position that it has stored
 */
record Kill(String node, Instant at, String position) {}
