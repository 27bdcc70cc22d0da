/** Loads, and what is measured under them. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.load;

import org.jspecify.annotations.NullMarked;
