/** Scenarios in which the component and the one of Camel do the same, and what is printed about them. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks;

import org.jspecify.annotations.NullMarked;
