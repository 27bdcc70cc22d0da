/** The scenarios: what is done, and what is counted and measured. */
@NullMarked
package org.camelforce.salesforcecc.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
