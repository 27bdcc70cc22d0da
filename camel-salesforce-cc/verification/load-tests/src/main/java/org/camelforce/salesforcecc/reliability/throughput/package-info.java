/** How fast events come through, and what they leave behind in memory. */
@NullMarked
package org.camelforce.salesforcecc.reliability.throughput;

import org.jspecify.annotations.NullMarked;
