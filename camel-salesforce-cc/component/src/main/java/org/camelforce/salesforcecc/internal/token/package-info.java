/**
 * When to log in: one {@link org.camelforce.salesforcecc.internal.token.TokenManager} per login identity, with one
 * login at a time for all callers, backoff, rate limits and renewal in the background.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.token;

import org.jspecify.annotations.NullMarked;
