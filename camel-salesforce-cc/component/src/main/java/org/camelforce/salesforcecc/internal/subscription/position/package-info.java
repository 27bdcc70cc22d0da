/** How far a subscription has come: which events are done without a gap, and when that is written. */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription.position;

import org.jspecify.annotations.NullMarked;
