package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.MethodDescriptor;

/**
 * What a subscribing RPC is asked with.
 *
 * @param <Q> its requests
 */
interface FetchRequestFactory<Q> {

    MethodDescriptor<Q, FetchResponse> method();

    /** @return the request that tells what is subscribed to, and from where */
    Q first(int events);

    /** @return one that only asks for more events */
    Q more(int events);
}
