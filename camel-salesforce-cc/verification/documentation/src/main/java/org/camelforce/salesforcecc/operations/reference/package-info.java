/** Writes the reference of meters, log events and health details. */
@NullMarked
package org.camelforce.salesforcecc.operations.reference;

import org.jspecify.annotations.NullMarked;
