/** Thread pools and schedulers that lose no task, and the pauses between attempts. */
@NullMarked
package org.camelforce.salesforcecc.internal.threads;

import org.jspecify.annotations.NullMarked;
