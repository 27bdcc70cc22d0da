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
    private final ReconnectBackoff backoff;
    private volatile boolean silentBefore;

    /**
     * @param steadiness is told of each stream
     * @param backoff starts again when the subscription gets on
     */
    StreamCourse(Steadiness steadiness, ReconnectBackoff backoff) {
        this.steadiness = steadiness;
        this.backoff = backoff;
    }

    void opened(StreamSession stream) {
        steadiness.opened(() -> isSteady(stream));
    }

    /** It is over in good order. */
    void closed(StreamSession stream) {
        if (steadiness.closed(isSteady(stream))) {
            backoff.reset();
        }
        hasEnded(stream);
    }

    /** What ends a subscription that has got on is not the same trouble again. */
    void lost(@Nullable StreamSession stream, boolean byRoute) {
        if (steadiness.lost(byRoute, stream != null && isSteady(stream))) {
            backoff.reset();
        }
        hasEnded(stream);
    }

    /** Nothing has come for too long. */
    void silent(StreamSession stream) {
        silentBefore |= !stream.wasActive();
        lost(stream, false);
    }

    /** No stream follows. */
    void failed() {
        steadiness.closed(false);
    }

    /** Nothing is known of how it has ended. */
    void abandoned() {
        steadiness.lost(false, false);
    }

    /** After a stream on which nothing came at all, having been open for a while is not enough. On any thread. */
    boolean isSteady(StreamSession stream) {
        return stream.wasSteady() && (stream.wasActive() || !silentBefore);
    }

    /** {@return how long to wait for the next stream} */
    Duration pauseAfter(StreamEnd.Kind end) {
        return end == StreamEnd.Kind.BUSY ? backoff.nextWhenBusy() : backoff.next();
    }

    private void hasEnded(@Nullable StreamSession stream) {
        silentBefore &= stream == null || !stream.wasActive();
    }
}
