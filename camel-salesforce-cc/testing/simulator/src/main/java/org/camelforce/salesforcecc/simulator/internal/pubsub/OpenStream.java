package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.StatusRuntimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stream that is open. Called on the one thread of the Pub/Sub API. */
interface OpenStream {

    /** @return the RPC that opened it */
    RpcCall rpc();

    /** @return what it delivers, null as long as it has no topic; asked by any thread */
    @Nullable
    Delivery delivery();

    /** Delivers what there is to deliver. */
    void pump();

    /** Does what is due. */
    void tick(Instant now);

    /** Ends with an error. */
    void fail(StatusRuntimeException error);
}
