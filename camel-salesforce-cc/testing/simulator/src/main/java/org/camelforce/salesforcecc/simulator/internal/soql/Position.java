package org.camelforce.salesforcecc.simulator.internal.soql;

/**
 * A place in the text of a query.
 *
 * @param row line, from 1
 * @param column character in the line, from 1
 */
public record Position(int row, int column) {}
