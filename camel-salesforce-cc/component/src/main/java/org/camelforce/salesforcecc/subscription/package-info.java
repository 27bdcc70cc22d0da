/**
 * SubscriptionManager to events: {@link org.camelforce.salesforcecc.subscription.SalesforceSubscriptions} to watch
 * them, {@link org.camelforce.salesforcecc.subscription.SubscriptionOptions} with the endpoint options, and
 * {@link org.camelforce.salesforcecc.subscription.ReplayGapPolicy} to decide what happens when a stored position has
 * expired.
 */
@NullMarked
package org.camelforce.salesforcecc.subscription;

import org.jspecify.annotations.NullMarked;
