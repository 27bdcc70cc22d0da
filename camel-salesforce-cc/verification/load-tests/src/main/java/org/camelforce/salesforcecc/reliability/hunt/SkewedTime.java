package org.camelforce.salesforcecc.reliability.hunt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The org's clock, which may differ from ours, and jump ahead, but never back. Safe for use by several threads. */
final class SkewedTime implements InstantSource {

    private final InstantSource clock;
    private volatile Duration skew;

    SkewedTime(InstantSource clock, Duration skew) {
        this.clock = clock;
        this.skew = skew;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(skew);
    }

    void jump(Duration by) {
        skew = skew.plus(by);
    }
}
