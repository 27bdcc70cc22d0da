/** The simulator as a program. */
@NullMarked
package org.camelforce.salesforcecc.simulator.cli;

import org.jspecify.annotations.NullMarked;
