package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.FetchResponse;

/** Looks at one stream besides its listener. Must not block. */
interface StreamWatch {

    StreamWatch NONE = new StreamWatch() {
        @Override
        public boolean answered(FetchResponse response) {
            return false;
        }

        @Override
        public void over() {}
    };

    /** @return whether the response is an answer to something else than a request for events */
    boolean answered(FetchResponse response);

    /** The stream has ended or been closed. Called once. */
    void over();
}
