package org.camelforce.salesforcecc.simulator.internal.approvals;

import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.jspecify.annotations.Nullable;

/**
 * What an action came to.
 *
 * @param instance the instance that it acted on
 * @param actorId who has to act next; null if nobody has
 * @param workitemId what there is to act on next; null if nothing is
 */
public record Outcome(Approvals.Instance instance, @Nullable String actorId, @Nullable String workitemId) {}
