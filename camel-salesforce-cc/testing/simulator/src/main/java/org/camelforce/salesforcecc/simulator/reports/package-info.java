/** Reports. */
@NullMarked
package org.camelforce.salesforcecc.simulator.reports;

import org.jspecify.annotations.NullMarked;
