/** The event log and the CometD server. */
@NullMarked
package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.jspecify.annotations.NullMarked;
