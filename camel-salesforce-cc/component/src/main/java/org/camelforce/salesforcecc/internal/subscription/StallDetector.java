package org.camelforce.salesforcecc.internal.subscription;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Notices a stream that is open and on which nothing comes: it can stand still for ever. On the runtime's scheduler
 * only.
 */
final class StallDetector {

    private final SubscriptionRuntime runtime;
    private final Predicate<StreamSession> isCurrent;
    private final BooleanSupplier eventsRequested;
    private final Consumer<Duration> onStall;
    private @Nullable Future<?> next;

    StallDetector(
            SubscriptionRuntime runtime,
            Predicate<StreamSession> isCurrent,
            BooleanSupplier eventsRequested,
            Consumer<Duration> onStall) {
        this.runtime = runtime;
        this.isCurrent = isCurrent;
        this.eventsRequested = eventsRequested;
        this.onStall = onStall;
    }

    /** Watches this stream, and no other, until it is not the current one any more. */
    void over(StreamSession stream, Duration longestSilence) {
        end();
        Duration rest = longestSilence.minusNanos(stream.silentNanos());
        next = runtime.after(rest, () -> {
            if (isCurrent.test(stream)) {
                look(stream, longestSilence);
            }
        });
    }

    /** Watches nothing any more. */
    void end() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    private void look(StreamSession stream, Duration longestSilence) {
        Duration silence = Duration.ofNanos(stream.silentNanos());
        if (silence.compareTo(longestSilence) < 0) {
            over(stream, longestSilence);
        } else if (eventsRequested.getAsBoolean()) {
            onStall.accept(silence);
        } else {
            // a stream without requested events may be silent
            stream.restartSilence();
            over(stream, longestSilence);
        }
    }
}
