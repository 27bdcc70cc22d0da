/** Approval processes. */
@NullMarked
package org.camelforce.salesforcecc.simulator.approvals;

import org.jspecify.annotations.NullMarked;
