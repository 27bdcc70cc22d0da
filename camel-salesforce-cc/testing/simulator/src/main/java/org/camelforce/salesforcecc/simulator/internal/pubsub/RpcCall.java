package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.Context;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * An RPC under way.
 *
 * @param id its RPC id
 * @param session whose it is
 */
record RpcCall(String id, Session session) {

    private static final Context.Key<RpcCall> KEY = Context.key("call");

    /** @return the RPC that the calling thread serves */
    static RpcCall current() {
        return KEY.get();
    }

    Context bind(Context context) {
        return context.withValue(KEY, this);
    }
}
