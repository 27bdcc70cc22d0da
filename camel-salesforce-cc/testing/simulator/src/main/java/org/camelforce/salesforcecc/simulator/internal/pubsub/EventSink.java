package org.camelforce.salesforcecc.simulator.internal.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import io.grpc.StatusRuntimeException;
import java.util.List;

/** Where a subscription's batches go. */
interface EventSink {

    /**
     * @param events the batch, possibly empty
     * @param latestReplayId after which a new subscription would read on
     * @param pending how many more events the client waits for
     */
    void send(List<ConsumerEvent> events, ByteString latestReplayId, int pending);

    /** Ends the stream without an error. */
    void complete();

    /** Ends the stream with an error. */
    void fail(StatusRuntimeException error);
}
