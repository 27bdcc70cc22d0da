/** Apex REST. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.apex;

import org.jspecify.annotations.NullMarked;
