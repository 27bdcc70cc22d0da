package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.camelforce.salesforcecc.internal.oauth.UnknownVersion;
import org.jspecify.annotations.Nullable;

/**
 * Notices that credentials have changed at their source while logins are denied, for sources that can tell. Guarded by
 * its owner.
 */
final class CredentialsVersion {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private @Nullable Object version;

    /** @param seen the version that a failed login was made with; one that is unknown does not replace a known one */
    void remember(@Nullable Object seen) {
        if (version == null || !(seen instanceof UnknownVersion)) {
            version = seen;
        }
    }

    /** Whether the version is another one than before. One that could not be told is not, nor is the first one. */
    boolean isChanged(@Nullable Object seen) {
        if (version == null || seen instanceof UnknownVersion) {
            return false;
        }
        boolean changed = !(version instanceof UnknownVersion) && !version.equals(seen);
        version = seen;
        return changed;
    }

    /** Until the next look, if there is not other work before. */
    @Nullable
    Duration untilNextLook(@Nullable Duration otherWork) {
        return version != null && (otherWork == null || otherWork.compareTo(INTERVAL) > 0) ? INTERVAL : otherWork;
    }
}
