package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.util.List;

/** All records of an org. */
record Records(List<Row> accounts, List<Row> contacts) {}
