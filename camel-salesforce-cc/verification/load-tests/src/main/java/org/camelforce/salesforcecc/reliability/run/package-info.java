/** The process that publishes, injects faults, kills, and asks for the verdict. */
@NullMarked
package org.camelforce.salesforcecc.reliability.run;

import org.jspecify.annotations.NullMarked;
