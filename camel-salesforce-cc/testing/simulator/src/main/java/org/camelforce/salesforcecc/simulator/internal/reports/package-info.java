/** Runs reports. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.reports;

import org.jspecify.annotations.NullMarked;
