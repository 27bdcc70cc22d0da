/**
 * Micrometer meters and observations of logins, requests and subscriptions: read-only views. Micrometer is optional;
 * nothing outside of this package needs it.
 */
@NullMarked
package org.camelforce.salesforcecc.metrics;

import org.jspecify.annotations.NullMarked;
