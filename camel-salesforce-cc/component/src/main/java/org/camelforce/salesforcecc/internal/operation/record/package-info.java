/** Operations on single records (REST API Developer Guide, "sObject Rows" and "sObject Rows by External ID"). */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.record;

import org.jspecify.annotations.NullMarked;
