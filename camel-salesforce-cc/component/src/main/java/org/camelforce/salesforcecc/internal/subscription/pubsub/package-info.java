/** The Pub/Sub API by gRPC: subscriptions, managed subscriptions and publishing, over shared connections. */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription.pubsub;

import org.jspecify.annotations.NullMarked;
