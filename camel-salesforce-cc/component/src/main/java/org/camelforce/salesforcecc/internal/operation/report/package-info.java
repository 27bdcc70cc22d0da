/** Reports (Reports and Dashboards REST API Developer Guide). */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.report;

import org.jspecify.annotations.NullMarked;
