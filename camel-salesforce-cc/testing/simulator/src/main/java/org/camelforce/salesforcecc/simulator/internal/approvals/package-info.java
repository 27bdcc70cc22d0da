/** Runs approval processes. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.approvals;

import org.jspecify.annotations.NullMarked;
