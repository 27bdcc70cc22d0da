package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.internal.oauth.UnknownVersion;
import org.jspecify.annotations.Nullable;

/**
 * Notices that credentials have changed at their source while logins are denied, for sources that can tell.
 *
 * @param last the version that was seen last; null if the source cannot tell it
 */
record CredentialsVersion(@Nullable Object last) {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** After a login with this version has failed. One that is unknown does not replace a known one. */
    CredentialsVersion failedWith(@Nullable Object seen) {
        return last == null || !(seen instanceof UnknownVersion) ? new CredentialsVersion(seen) : this;
    }

    /** Whether the version is another one than before. One that could not be told is not, nor is the first one. */
    boolean isChanged(@Nullable Object seen) {
        return last != null
                && !(last instanceof UnknownVersion)
                && !(seen instanceof UnknownVersion)
                && !last.equals(seen);
    }

    /** After a look at the source. */
    CredentialsVersion seen(@Nullable Object now) {
        return last == null || now instanceof UnknownVersion ? this : new CredentialsVersion(now);
    }

    /** Until the next look, if there is not other work before. */
    @Nullable
    Duration untilNextLook(@Nullable Duration otherWork) {
        return last != null && (otherWork == null || otherWork.compareTo(INTERVAL) > 0) ? INTERVAL : otherWork;
    }
}
