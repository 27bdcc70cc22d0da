/** The org's records. */
@NullMarked
package org.camelforce.salesforcecc.simulator.records;

import org.jspecify.annotations.NullMarked;
