package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.jspecify.annotations.Nullable;

/**
 * The one stream that a subscription has, or none: opened, watched over and ended here. What comes from an earlier one
 * counts no more. On the subscription's thread only.
 */
final class CurrentStream {

    private final EventSource source;
    private final boolean positionIsOnStream;
    private final SubscriptionRuntime runtime;
    private final PositionTracking tracking;
    private final StreamCourse course;
    private final TokenRenewal renewal;
    private final StreamSession.Owner owner;
    private final StallDetector watch;
    private @Nullable StreamSession current;

    /**
     * @param source opens streams
     * @param positionIsOnStream whether positions are written on the stream, which stays open for that
     * @param runtime clock and scheduler
     * @param tracking gets the events
     * @param course is told how each stream has ended
     * @param renewal is told that a token is good
     * @param owner is told of the stream on any thread
     * @param onStall is told, on the subscription's thread, of a stream that has been silent for so long
     */
    CurrentStream(
            EventSource source,
            boolean positionIsOnStream,
            SubscriptionRuntime runtime,
            PositionTracking tracking,
            StreamCourse course,
            TokenRenewal renewal,
            StreamSession.Owner owner,
            Consumer<Duration> onStall) {
        this.source = source;
        this.positionIsOnStream = positionIsOnStream;
        this.runtime = runtime;
        this.tracking = tracking;
        this.course = course;
        this.renewal = renewal;
        this.owner = owner;
        this.watch = new StallDetector(runtime, this::is, tracking::hasRequested, onStall);
    }

    void open(StartingPoint from, DeliveryWindow window) {
        StreamSession next = new StreamSession(from, window, runtime.time().ticker(), tracking.counters(), owner);
        current = next;
        window.expect(next, from);
        next.streamIs(source.open(from, next));
        watch.over(next, source.longestSilence());
    }

    boolean is(StreamSession stream) {
        return current == stream;
    }

    boolean isThere() {
        return current != null;
    }

    /** Whether it has brought something, so that its end is not the same trouble again. */
    boolean isSteady() {
        return current != null && course.isSteady(current);
    }

    void confirmed() {
        if (current != null) {
            course.opened(current);
            // the server may have told another rhythm meanwhile
            watch.over(current, source.longestSilence());
        }
    }

    /**
     * It ends in good order.
     *
     * @param lastWrite of the position
     */
    void close(Supplier<CompletableFuture<Void>> lastWrite) {
        StreamSession last = end(lastWrite);
        if (last != null) {
            course.closed(last);
        }
    }

    /** It has ended to make room. */
    void closed() {
        close(CurrentStream::nothingToWrite);
    }

    /** @param byRoute whether the route has failed, with or without a stream */
    void lost(boolean byRoute) {
        course.lost(end(CurrentStream::nothingToWrite), byRoute);
    }

    /** A token that opens streams and is refused on them at once is no better than one that opens none. */
    void tokenRejected() {
        StreamSession last = end(CurrentStream::nothingToWrite);
        if (renewal.isInVain()) {
            course.lost(last, false);
        } else if (last != null) {
            course.closed(last);
        }
    }

    void stalled() {
        StreamSession last = end(CurrentStream::nothingToWrite);
        if (last != null) {
            course.silent(last);
        }
    }

    /**
     * No other follows.
     *
     * @param lastWrite of the position
     */
    void over(Supplier<CompletableFuture<Void>> lastWrite) {
        end(lastWrite);
    }

    /** The subscription has failed. */
    void failed() {
        course.failed();
        end(CurrentStream::nothingToWrite);
    }

    /** A step has thrown something, which may come from the stream. */
    void abandon() {
        StreamSession last = current;
        current = null;
        watch.end();
        course.abandoned();
        tracking.detach();
        if (last != null) {
            last.close();
        }
    }

    /** From now on nothing comes from the stream; a position that travels on it is written before it is closed. */
    private @Nullable StreamSession end(Supplier<CompletableFuture<Void>> lastWrite) {
        StreamSession last = current;
        current = null;
        watch.end();
        tracking.detach();
        if (last == null) {
            return null;
        }
        if (course.isSteady(last)) {
            renewal.accepted();
        }
        if (positionIsOnStream) {
            lastWrite.get().whenComplete((done, failure) -> last.close());
        } else {
            last.close();
        }
        return last;
    }

    private static CompletableFuture<Void> nothingToWrite() {
        return CompletableFuture.completedFuture(null);
    }
}
