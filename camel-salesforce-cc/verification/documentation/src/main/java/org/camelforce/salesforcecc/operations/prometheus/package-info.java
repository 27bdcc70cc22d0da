/** What Prometheus has of the meters: names, scrapes, queries. */
@NullMarked
package org.camelforce.salesforcecc.operations.prometheus;

import org.jspecify.annotations.NullMarked;
