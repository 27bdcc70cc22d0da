package org.camelforce.salesforcecc.internal.token;

import org.camelforce.salesforcecc.token.Deadlines;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/** Whether a new token is needed. Pure; every path asks it. */
public final class RefreshDecision {

    private RefreshDecision() {}

    /**
     * @param entry the token in use, or null before the first login
     * @param now the ticker's time in nanoseconds, from the same origin as the entry's deadlines
     * @param rejected the token that Salesforce has rejected last, or null
     * @return {@link Urgency#MANDATORY} if there is no token, if it is the rejected one or if its mandatory window has
     *     begun; {@link Urgency#ADVISORY} if its advisory window has begun; otherwise {@link Urgency#NONE}, also if no
     *     expiry is known
     */
    public static Urgency urgency(@Nullable TokenEntry entry, long now, @Nullable String rejected) {
        if (entry == null || entry.holds(rejected)) {
            return Urgency.MANDATORY;
        }
        Deadlines deadlines = entry.deadlines();
        if (deadlines == null) {
            return Urgency.NONE;
        }
        // differences, because a ticker may overflow
        if (now - deadlines.mandatoryAt() >= 0) {
            return Urgency.MANDATORY;
        }
        return now - deadlines.advisoryAt() >= 0 ? Urgency.ADVISORY : Urgency.NONE;
    }
}
