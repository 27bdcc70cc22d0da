package org.camelforce.salesforcecc.replay;

import java.time.Instant;

/** Keys and positions for tests. */
final class Positions {

    static final PositionKey ORDERS = new PositionKey("00D000000000001AAA", "/event/Order__e", "billing");

    private Positions() {}

    static StoredPosition number(long number) {
        return new StoredPosition(
                ReplayId.ofNumber(number),
                Instant.parse("2026-01-02T03:04:05.678901Z").plusSeconds(number));
    }

    static StoredPosition bytes(int... bytes) {
        byte[] id = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            id[i] = (byte) bytes[i];
        }
        return new StoredPosition(ReplayId.ofBytes(id), Instant.parse("2026-01-02T03:04:05Z"));
    }
}
