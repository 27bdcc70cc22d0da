package org.camelforce.salesforcecc.simulator.internal.pubsub;

/**
 * A topic of the org.
 *
 * @param name its name, which is also its channel in the event log
 * @param type the type of its events; empty for the channel of all change events
 * @param canPublish whether clients may publish on it
 */
record Topic(String name, String type, boolean canPublish) {}
