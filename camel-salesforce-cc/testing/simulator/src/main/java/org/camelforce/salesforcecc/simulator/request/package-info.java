/** The requests that the org has had. */
@NullMarked
package org.camelforce.salesforcecc.simulator.request;

import org.jspecify.annotations.NullMarked;
