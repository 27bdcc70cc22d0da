/** Bulk API 2.0 and Bulk API 1.0: jobs that write and query records in the background. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.bulk;

import org.jspecify.annotations.NullMarked;
