package org.camelforce.salesforcecc.events;

import org.apache.camel.Processor;
import org.apache.camel.component.salesforce.PubSubApiConsumer;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.camelforce.salesforcecc.session.ManagedSession;

/** Upstream's Pub/Sub API consumer, which can be started before there is a token. */
public final class ManagedPubSubConsumer extends PubSubApiConsumer {

    private final ManagedSession session;

    /**
     * @param endpoint what to subscribe to
     * @param processor gets the events
     * @param session the component's session
     * @throws ClassNotFoundException if the endpoint's POJO class does not exist
     */
    public ManagedPubSubConsumer(SalesforceEndpoint endpoint, Processor processor, ManagedSession session)
            throws ClassNotFoundException {
        super(endpoint, processor);
        this.session = session;
    }

    @Override
    protected void doStart() throws Exception {
        Deferral.start(this, session, () -> {
            super.doStart();
            return null;
        });
    }
}
