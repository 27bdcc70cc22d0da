package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.jspecify.annotations.Nullable;

/**
 * What the end of one stream means for the next one: whether the subscription gets on, and how long to wait. On the
 * subscription's thread only.
 */
final class StreamCourse {

    private final Steadiness steadiness;
    private final ReconnectPace pace;
    private volatile boolean silentBefore;

    /**
     * @param steadiness hears of each stream
     * @param pace starts anew when the subscription gets on
     */
    StreamCourse(Steadiness steadiness, ReconnectPace pace) {
        this.steadiness = steadiness;
        this.pace = pace;
    }

    void opened(Attempt stream) {
        steadiness.opened(() -> isSound(stream));
    }

    /** It is over in good order. */
    void closed(Attempt stream) {
        if (steadiness.closed(isSound(stream))) {
            pace.reset();
        }
        hasEnded(stream);
    }

    /** What ends a subscription that has got on is not the same trouble again. */
    void lost(@Nullable Attempt stream, boolean byRoute) {
        if (steadiness.lost(byRoute, stream != null && isSound(stream))) {
            pace.reset();
        }
        hasEnded(stream);
    }

    /** It has given no sign of life for too long. */
    void silent(Attempt stream) {
        silentBefore |= !stream.gaveSigns();
        lost(stream, false);
    }

    /** After a stream on which nothing came at all, having been open for a while is not enough. On any thread. */
    boolean isSound(Attempt stream) {
        return stream.wasSound() && (stream.gaveSigns() || !silentBefore);
    }

    /** {@return how long to wait for the next stream} */
    Duration pauseAfter(StreamEnd.Kind end) {
        return end == StreamEnd.Kind.BUSY ? pace.nextWhenBusy() : pace.next();
    }

    private void hasEnded(@Nullable Attempt stream) {
        silentBefore &= stream == null || !stream.gaveSigns();
    }
}
