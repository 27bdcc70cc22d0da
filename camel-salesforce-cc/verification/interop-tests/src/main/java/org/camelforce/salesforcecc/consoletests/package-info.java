/** A browser on the simulator's console. */
@NullMarked
package org.camelforce.salesforcecc.consoletests;

import org.jspecify.annotations.NullMarked;
