/** Operations of Bulk API 2.0: jobs that load records, and jobs that query them. */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.bulk2;

import org.jspecify.annotations.NullMarked;
