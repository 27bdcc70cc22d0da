/** Thread pools and schedulers that lose no task. */
@NullMarked
package org.camelforce.salesforcecc.internal.threads;

import org.jspecify.annotations.NullMarked;
