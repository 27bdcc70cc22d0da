/** What a history proves. Nothing here does I/O. */
@NullMarked
package org.camelforce.salesforcecc.reliability.check;

import org.jspecify.annotations.NullMarked;
