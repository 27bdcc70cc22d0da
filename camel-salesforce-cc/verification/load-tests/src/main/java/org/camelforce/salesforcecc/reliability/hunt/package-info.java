/** Looks for what lets a subscription, a login or a position stand still for good, from random seeds. */
@NullMarked
package org.camelforce.salesforcecc.reliability.hunt;

import org.jspecify.annotations.NullMarked;
