/** Faults that a test injects at named points. */
@NullMarked
package org.camelforce.salesforcecc.simulator.fault;

import org.jspecify.annotations.NullMarked;
