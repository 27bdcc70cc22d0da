package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.nio.ByteBuffer;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.camelforce.salesforcecc.simulator.internal.streaming.InvalidReplayIdException;

/** Replay ids as the Pub/Sub API writes them: the numbers of the event log in eight bytes, most significant first. */
final class ReplayIds {

    private ReplayIds() {}

    static ByteString bytes(long replayId) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(replayId).flip());
    }

    /**
     * @return the position in the log after which a subscriber with this id reads on
     * @throws StatusRuntimeException if the id is not valid, or no longer
     */
    static long position(ByteString replayId, EventLog log, String rpcId) {
        if (replayId.size() != Long.BYTES) {
            throw PubSubError.REPLAY_ID.in(rpcId);
        }
        try {
            return log.resume(replayId.asReadOnlyByteBuffer().getLong());
        } catch (InvalidReplayIdException e) {
            throw PubSubError.REPLAY_ID.in(rpcId);
        }
    }
}
