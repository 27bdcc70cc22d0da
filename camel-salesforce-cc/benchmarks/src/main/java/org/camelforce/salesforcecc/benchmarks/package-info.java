/** The program that runs the scenarios and prints what happened. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks;

import org.jspecify.annotations.NullMarked;
