/** The org's events, and the subscriptions that receive them. */
@NullMarked
package org.camelforce.salesforcecc.simulator.events;

import org.jspecify.annotations.NullMarked;
