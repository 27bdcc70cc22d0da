package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * What the rules are told about the world outside of a token's state when something happens.
 *
 * @param now the ticker's time in nanoseconds
 * @param timeout how long one request of a login may take
 * @param budget what is left of the login budget
 * @param jitter draws the pauses after failures
 */
record Moment(long now, Duration timeout, LoginBudget.Left budget, RandomGenerator jitter) {}
