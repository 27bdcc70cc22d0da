package org.camelforce.salesforcecc.reliability.health;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a health check says of a subscription with the truth, look by look. Health may be wrong for as long as
 * its own delay is, and not longer. For one thread.
 *
 * <ul>
 *   <li>It must not be UP while events that are owed have not moved for {@code stallAfter}, counted from when the
 *       subscription has a stream, and without the time for which it cannot know of them. While it says that it has no
 *       stream, it has {@value #NO_STREAM_SECONDS} seconds. In the end it has {@value #MAX_SECONDS} seconds.
 *   <li>It must not be DOWN while nothing goes wrong and everything moves.
 * </ul>
 */
public final class HealthTruth {

    /** How long a subscription may be without a stream before its check is DOWN. */
    private static final long NO_STREAM_SECONDS = 60;

    /** However often it gets a stream and loses it. */
    private static final long MAX_SECONDS = 3 * NO_STREAM_SECONDS;

    private final Duration stallAfter;
    private final Duration margin;
    private @Nullable Duration lastWithout;
    private @Nullable Duration upSince;
    private @Nullable Duration downSince;
    private boolean upTold;
    private boolean downTold;

    /**
     * @param stallAfter after how long without a movement the check is to be DOWN
     * @param margin how much later is in time, the looks' distance and a busy machine included
     */
    public HealthTruth(Duration stallAfter, Duration margin) {
        this.stallAfter = stallAfter;
        this.margin = margin;
    }

    /**
     * What is true and what health says at one moment.
     *
     * @param at when, counted from any moment
     * @param standing for how long events have been owed without any being routed; zero if none is owed
     * @param unseen for how long of it the subscription cannot know of them although it has a stream
     * @param without whether the subscription says that it has no stream
     * @param calm whether nothing goes wrong and nobody has stopped it
     * @param stopped whether somebody has stopped or suspended it, so that nothing is expected
     * @param down whether health is DOWN
     */
    public record Look(
            Duration at,
            Duration standing,
            Duration unseen,
            boolean without,
            boolean calm,
            boolean stopped,
            boolean down) {}

    /**
     * @param look the next look
     * @return what health has got wrong for longer than it may, told once until it is right again
     */
    public Optional<String> at(Look look) {
        Optional<String> up = falselyUp(look);
        return up.isPresent() ? up : falselyDown(look);
    }

    private Optional<String> falselyUp(Look look) {
        if (look.without) {
            lastWithout = look.at;
        }
        Duration seen = look.standing.minus(look.unseen);
        boolean mustBeDown = !look.stopped
                && (standingOnStream(look).compareTo(stallAfter) >= 0
                        || seen.toSeconds() >= (look.without ? NO_STREAM_SECONDS : MAX_SECONDS));
        if (!mustBeDown || look.down) {
            upSince = null;
            upTold = false;
            return Optional.empty();
        }
        Duration since = upSince == null ? look.at : upSince;
        upSince = since;
        if (upTold || look.at.minus(since).compareTo(margin) < 0) {
            return Optional.empty();
        }
        upTold = true;
        return Optional.of("UP although owed events have not moved for " + look.standing.toMillis() + " ms");
    }

    private Duration standingOnStream(Look look) {
        Duration before = lastWithout;
        Duration onStream = before == null ? look.standing : look.at.minus(before);
        return (onStream.compareTo(look.standing) < 0 ? onStream : look.standing).minus(look.unseen);
    }

    private Optional<String> falselyDown(Look look) {
        if (!look.calm || look.stopped || !look.standing.isZero() || !look.down) {
            downSince = null;
            downTold = false;
            return Optional.empty();
        }
        Duration since = downSince == null ? look.at : downSince;
        downSince = since;
        if (downTold || look.at.minus(since).compareTo(stallAfter.plus(margin)) < 0) {
            return Optional.empty();
        }
        downTold = true;
        return Optional.of("DOWN for " + look.at.minus(since).toMillis() + " ms although everything moves");
    }
}
