/** Approval processes (REST API Developer Guide, "Process Approvals"). */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.approval;

import org.jspecify.annotations.NullMarked;
