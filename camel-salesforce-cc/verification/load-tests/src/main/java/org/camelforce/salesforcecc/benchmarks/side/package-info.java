/** The two components that are compared, each with an org of its own. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.side;

import org.jspecify.annotations.NullMarked;
