package org.camelforce.salesforcecc.simulator.internal.data;

/**
 * Which record it is.
 *
 * @param type object name
 * @param id 18-character id
 */
public record RecordRef(String type, String id) {}
