/**
 * Micrometer meters and observations of logins, requests and subscriptions: read-only views. Micrometer is optional; no
 * class outside this package needs it.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.metrics;

import org.jspecify.annotations.NullMarked;
