/** One stream of one channel's events, whatever protocol it travels on: what sources and subscriptions agree on. */
@NullMarked
package org.camelforce.salesforcecc.events.stream;

import org.jspecify.annotations.NullMarked;
