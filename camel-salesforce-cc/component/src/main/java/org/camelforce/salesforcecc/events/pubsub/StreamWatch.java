package org.camelforce.salesforcecc.events.pubsub;

import com.salesforce.eventbus.protobuf.FetchResponse;

/** Looks at one stream besides its listener. Must not block. */
interface StreamWatch {

    StreamWatch NONE = new StreamWatch() {
        @Override
        public void answered(FetchResponse response) {}

        @Override
        public void over() {}
    };

    void answered(FetchResponse response);

    /** The stream has ended or been closed. Called once. */
    void over();
}
