/**
 * The subscription engine: {@link org.camelforce.salesforcecc.internal.subscription.SubscriptionManager} owns the
 * subscriptions of a component, each {@link org.camelforce.salesforcecc.internal.subscription.Subscription} runs the
 * state machine of {@link org.camelforce.salesforcecc.subscription.SubscriptionState}, and {@code DeliveryWindow} hands
 * its events to a route.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription;

import org.jspecify.annotations.NullMarked;
