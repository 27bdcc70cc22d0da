package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.StatusRuntimeException;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.jspecify.annotations.Nullable;

/** A stream that is open. Called on the one thread of the Pub/Sub API. */
interface OpenStream {

    /** @return the RPC that opened it */
    RpcCall rpc();

    /** @return the subscription that it serves; null if it serves none, or has no topic yet; asked by any thread */
    @Nullable
    OpenSubscription subscription();

    /** @return whether a client publishes on it; asked by any thread */
    boolean publishes();

    /** Delivers what there is to deliver. */
    void deliver();

    /** Delivers nothing any more, and stays open. */
    void stall();

    /** Does what is due. */
    void tick(Instant now);

    /** Ends with an error. */
    void fail(StatusRuntimeException error);
}
