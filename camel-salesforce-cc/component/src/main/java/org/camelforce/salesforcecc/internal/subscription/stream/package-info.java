/**
 * One stream of the events of one channel, whichever protocol carries it: the contract between subscriptions and
 * protocols.
 */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription.stream;

import org.jspecify.annotations.NullMarked;
