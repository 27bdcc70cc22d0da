package org.camelforce.salesforcecc.simulator.pubsub;

import io.grpc.StatusRuntimeException;
import java.time.Instant;

/** A stream that is open. Called on the one thread of the Pub/Sub API. */
interface OpenStream {

    /** @return the RPC that opened it */
    RpcCall rpc();

    /** @return whether it has a topic from which it delivers events; asked by any thread */
    boolean isSubscribed();

    /** Delivers what there is to deliver. */
    void pump();

    /** Does what is due. */
    void tick(Instant now);

    /** Ends with an error. */
    void fail(StatusRuntimeException error);
}
