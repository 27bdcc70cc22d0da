/** Draws the dashboard from what Prometheus answers to its queries. */
@NullMarked
package org.camelforce.salesforcecc.operations.picture;

import org.jspecify.annotations.NullMarked;
