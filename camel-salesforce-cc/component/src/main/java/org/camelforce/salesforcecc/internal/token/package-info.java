/**
 * When to log in: one {@link org.camelforce.salesforcecc.internal.token.TokenManager} per login identity, with one
 * login at a time for all callers, backoff, rate limits and renewal in the background. All decisions are pure functions
 * of a state and a trigger in {@code TokenTransitions}; the manager holds the lock, and {@code EffectRunner} does what
 * they want done.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.token;

import org.jspecify.annotations.NullMarked;
