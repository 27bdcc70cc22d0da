/** Health checks: read-only views of logins, API usage, threads and subscriptions. */
@NullMarked
package org.camelforce.salesforcecc.internal.health;

import org.jspecify.annotations.NullMarked;
