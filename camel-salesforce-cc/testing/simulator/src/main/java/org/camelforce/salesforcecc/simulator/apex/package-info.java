/** What the org's Apex REST classes answer. */
@NullMarked
package org.camelforce.salesforcecc.simulator.apex;

import org.jspecify.annotations.NullMarked;
