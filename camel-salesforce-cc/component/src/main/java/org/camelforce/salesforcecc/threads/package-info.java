/** Thread pools and schedulers that lose no task. */
@NullMarked
package org.camelforce.salesforcecc.threads;

import org.jspecify.annotations.NullMarked;
