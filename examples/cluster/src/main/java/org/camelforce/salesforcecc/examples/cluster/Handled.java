package org.camelforce.salesforcecc.examples.cluster;

import java.time.Instant;

/**
 * One order that a node has processed.
 *
 * @param node the node
 * @param order the order's number
 * @param replayId the event's position, as it is stored
 * @param at when, by the database's clock
 */
record Handled(String node, String order, String replayId, Instant at) {}
