/** The Streaming API: streams of events over CometD clients that the consumers of a component share. */
@NullMarked
package org.camelforce.salesforcecc.internal.subscription.cometd;

import org.jspecify.annotations.NullMarked;
