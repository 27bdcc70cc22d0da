package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/**
 * The token in use, with what only its manager needs to know.
 *
 * @param entry what everybody sees of it
 * @param deadlines when it is to be renewed; null if its expiry is unknown or not to be believed
 * @param askable whether Salesforce may know more about its expiry
 */
record HeldToken(TokenEntry entry, @Nullable Deadlines deadlines, boolean askable) {

    AccessToken token() {
        return entry.token();
    }

    boolean holds(@Nullable String value) {
        return entry.holds(value);
    }

    HeldToken withAskable(boolean newAskable) {
        return new HeldToken(entry, deadlines, newAskable);
    }

    /** Until callers begin to wait for a renewal; zero if they do already, a day if that is not known. */
    Duration untilMandatory(long now) {
        return deadlines == null ? Duration.ofDays(1) : Duration.ofNanos(Math.max(0, deadlines.mandatoryAt() - now));
    }
}
