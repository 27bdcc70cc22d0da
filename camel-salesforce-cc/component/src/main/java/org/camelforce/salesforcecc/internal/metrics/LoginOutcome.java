package org.camelforce.salesforcecc.internal.metrics;

import org.camelforce.salesforcecc.observability.MeterTag;

/** What came of a login: the values of {@link MeterTag#OUTCOME}. */
public enum LoginOutcome {
    SUCCESS,
    DENIED,
    UNAVAILABLE
}
