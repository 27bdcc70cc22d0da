/** Positions of event subscriptions: what is done, and where it is kept. */
@NullMarked
package org.camelforce.salesforcecc.events.position;

import org.jspecify.annotations.NullMarked;
