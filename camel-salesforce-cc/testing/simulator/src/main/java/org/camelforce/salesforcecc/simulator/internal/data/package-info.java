/** Records in an embedded database, and the changes made to them. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.data;

import org.jspecify.annotations.NullMarked;
