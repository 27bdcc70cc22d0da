package org.camelforce.salesforcecc.replay;

import java.time.Instant;

/**
 * A position and when it was reached.
 *
 * @param replayId everything up to and including this event is done
 * @param at when that was, by this machine's clock
 */
public record StoredPosition(ReplayId replayId, Instant at) {}
