package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Duration;
import java.util.function.LongFunction;

/**
 * What the token endpoint does with the former and the new pair after a rotation. Salesforce documents none of it for
 * client credentials and reports differ, so a client has to cope with each.
 */
public sealed interface RotationBehavior {

    /** How long the changes to a Connected App may take to be known everywhere (Salesforce Help). */
    Duration MAX_ALTERNATING = Duration.ofMinutes(10);

    /** @return the former pair is denied and the new one accepted from the moment of the rotation */
    static RotationBehavior hardCut() {
        return new HardCut();
    }

    /**
     * @param length how long the former pair still works beside the new one, by the org's clock
     * @return both pairs are accepted for that time, then the new one alone
     */
    static RotationBehavior grace(Duration length) {
        return new Grace(length);
    }

    /**
     * @param length how long the change takes to settle, by the org's clock, at most ten minutes
     * @return request by request in turn, only the former or only the new pair is accepted, the former one first;
     *     afterwards the new one alone
     */
    static RotationBehavior alternating(Duration length) {
        return alternating(length, request -> request % 2 == 0 ? Honoured.FORMER : Honoured.CURRENT);
    }

    /**
     * @param length how long the change takes to settle, by the org's clock, at most ten minutes
     * @param pattern which pair the token request with a number accepts, counted from 0 since the rotation; called
     *     under the app's lock, so it must not wait
     * @return as the pattern says for that time, then the new pair alone
     */
    static RotationBehavior alternating(Duration length, LongFunction<Honoured> pattern) {
        return new Alternating(length, pattern);
    }

    /** @return how long the former pair may still be accepted */
    Duration length();

    /**
     * @param request number of the token request since the rotation, from 0
     * @return which pair it accepts, as long as {@link #length} has not passed
     */
    Honoured honoured(long request);

    /** Which of the two pairs a token request accepts. */
    enum Honoured {
        /** The former pair only. */
        FORMER,
        /** The new pair only. */
        CURRENT,
        /** Either pair. */
        BOTH,
        /** Neither pair. */
        NEITHER
    }

    /** The former pair ends at once. */
    record HardCut() implements RotationBehavior {

        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public Honoured honoured(long request) {
            return Honoured.CURRENT;
        }
    }

    /**
     * Both pairs work for a time.
     *
     * @param length for how long
     */
    record Grace(Duration length) implements RotationBehavior {

        /** @throws IllegalArgumentException if the length is negative */
        public Grace {
            if (length.isNegative()) {
                throw new IllegalArgumentException("grace must not be negative, but is " + length);
            }
        }

        @Override
        public Honoured honoured(long request) {
            return Honoured.BOTH;
        }
    }

    /**
     * For a time, request by request, a pair is accepted or not.
     *
     * @param length for how long
     * @param pattern which pair a request accepts
     */
    record Alternating(Duration length, LongFunction<Honoured> pattern) implements RotationBehavior {

        /** @throws IllegalArgumentException if the length is negative or longer than ten minutes */
        public Alternating {
            if (length.isNegative() || length.compareTo(MAX_ALTERNATING) > 0) {
                throw new IllegalArgumentException(
                        "a change settles within " + MAX_ALTERNATING + ", but the length is " + length);
            }
        }

        @Override
        public Honoured honoured(long request) {
            return pattern.apply(request);
        }
    }
}
