/** Calls of Apex REST classes (Apex Developer Guide, "Exposing Apex Classes as REST Web Services"). */
@NullMarked
package org.camelforce.salesforcecc.internal.operation.apex;

import org.jspecify.annotations.NullMarked;
