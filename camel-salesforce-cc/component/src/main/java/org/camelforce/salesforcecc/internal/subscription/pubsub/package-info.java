/** The Pub/Sub API by gRPC: subscriptions, managed subscriptions and publishing, over one connection. */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription.pubsub;

import org.jspecify.annotations.NullMarked;
