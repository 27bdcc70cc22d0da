/** The objects, fields and events that the org knows. */
@NullMarked
package org.camelforce.salesforcecc.simulator.schema;

import org.jspecify.annotations.NullMarked;
