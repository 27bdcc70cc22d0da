/** Random queries of random records, compared with an evaluation in plain Java that knows no SQL. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.data.random;

import org.jspecify.annotations.NullMarked;
