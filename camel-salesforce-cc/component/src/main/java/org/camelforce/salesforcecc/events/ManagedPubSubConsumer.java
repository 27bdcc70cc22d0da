package org.camelforce.salesforcecc.events;

import org.apache.camel.Processor;
import org.apache.camel.component.salesforce.PubSubApiConsumer;
import org.apache.camel.component.salesforce.SalesforceEndpoint;

/** Upstream's Pub/Sub API consumer, which can be started before there is a token. */
public final class ManagedPubSubConsumer extends PubSubApiConsumer {

    private final Deferral deferral;

    /**
     * @param endpoint what to subscribe to
     * @param processor gets the events
     * @throws ClassNotFoundException if the endpoint's POJO class does not exist
     */
    public ManagedPubSubConsumer(SalesforceEndpoint endpoint, Processor processor) throws ClassNotFoundException {
        super(endpoint, processor);
        this.deferral = new Deferral(this, endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        deferral.start(() -> {
            super.doStart();
            return null;
        });
    }

    @Override
    protected void doStop() throws Exception {
        deferral.cancel();
        super.doStop();
    }
}
