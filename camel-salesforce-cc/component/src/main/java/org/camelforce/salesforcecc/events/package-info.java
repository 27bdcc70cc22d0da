/** Subscriptions: consumers, replay positions and the CometD connection that outlives sessions. */
@NullMarked
package org.camelforce.salesforcecc.events;

import org.jspecify.annotations.NullMarked;
