package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notices that credentials have changed at their source while logins are denied, for sources that can tell. Guarded by
 * its owner.
 */
final class CredentialsVersion {

    /** The version of a source that could not tell it. */
    static final Object UNKNOWN = new Object();

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private @Nullable Object version;

    /** @param seen the version that a failed login was made with */
    void remember(@Nullable Object seen) {
        version = seen;
    }

    /** Whether the version is another one than before. One that could not be told is not. */
    boolean isChanged(@Nullable Object seen) {
        boolean changed = version != null && seen != UNKNOWN && !version.equals(seen);
        if (changed) {
            version = seen;
        }
        return changed;
    }

    /** Until the next look, if there is not other work before. */
    @Nullable
    Duration untilNextLook(@Nullable Duration otherWork) {
        return version != null && (otherWork == null || otherWork.compareTo(INTERVAL) > 0) ? INTERVAL : otherWork;
    }
}
