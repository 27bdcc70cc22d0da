package org.camelforce.salesforcecc.reliability.recording;

import java.nio.ByteBuffer;
import org.camelforce.salesforcecc.replay.ReplayId;

/** Positions of the simulator as numbers: with the Pub/Sub API it shows the Streaming API's number in eight bytes. */
public final class ReplayNumber {

    private ReplayNumber() {}

    /**
     * @param position a position of the simulator
     * @return its number
     */
    public static long of(ReplayId position) {
        return position.isNumber() ? position.number() : of(position.bytes());
    }

    /**
     * @param position a position of the simulator's Pub/Sub API
     * @return its number
     */
    public static long of(byte[] position) {
        return ByteBuffer.wrap(position).getLong();
    }
}
