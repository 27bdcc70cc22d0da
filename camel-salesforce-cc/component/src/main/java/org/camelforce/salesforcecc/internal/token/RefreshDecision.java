package org.camelforce.salesforcecc.internal.token;

import org.jspecify.annotations.Nullable;

/** Whether a new token is needed. Pure; every path asks it. */
final class RefreshDecision {

    private RefreshDecision() {}

    /**
     * @param held the token in use, or null before the first login
     * @param now the ticker's time in nanoseconds, from the same origin as the token's deadlines
     * @param rejected the token that Salesforce has rejected last, or null
     * @return {@link Urgency#MANDATORY} if there is no token, if it is the rejected one or if its mandatory window has
     *     begun; {@link Urgency#ADVISORY} if its advisory window has begun; otherwise {@link Urgency#NONE}, also if no
     *     expiry is known
     */
    static Urgency urgency(@Nullable HeldToken held, long now, @Nullable String rejected) {
        if (held == null || held.holds(rejected)) {
            return Urgency.MANDATORY;
        }
        Deadlines deadlines = held.deadlines();
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
