/** Operations of Bulk API 1.0: jobs, their batches, and what became of these. */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.bulk;

import org.jspecify.annotations.NullMarked;
