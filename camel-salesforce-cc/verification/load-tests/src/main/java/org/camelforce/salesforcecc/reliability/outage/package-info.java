/** What a route that fails for minutes costs, and how soon everything goes on once it is repaired. */
@NullMarked
package org.camelforce.salesforcecc.reliability.outage;

import org.jspecify.annotations.NullMarked;
