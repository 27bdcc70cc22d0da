package org.camelforce.salesforcecc.internal.token;

import java.util.random.RandomGenerator;

/** A generator that always draws the same place in a range. */
public enum Jitter implements RandomGenerator {
    /** The least. */
    LEAST,
    /** The middle. */
    MIDDLE,
    /** The most. */
    MOST;

    @Override
    public long nextLong(long bound) {
        return switch (this) {
            case LEAST -> 0;
            case MIDDLE -> (bound - 1) / 2;
            case MOST -> bound - 1;
        };
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("only within a bound");
    }
}
