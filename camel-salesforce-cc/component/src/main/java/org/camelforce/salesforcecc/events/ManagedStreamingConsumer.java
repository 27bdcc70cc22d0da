package org.camelforce.salesforcecc.events;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Processor;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.StreamingApiConsumer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Upstream's Streaming API consumer, which can be started before there is a token. Its start waits for the server's
 * answer to the subscription, so that an event published after the start is not missed; a refused subscription fails
 * the start.
 */
public final class ManagedStreamingConsumer extends StreamingApiConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ManagedStreamingConsumer.class);
    private static final long MOST_WAIT_MILLIS = 30_000;

    private final CometDSubscriptions subscriptions;
    private final Deferral deferral;

    /**
     * @param endpoint what to subscribe to
     * @param processor gets the events
     * @param subscriptions the component's subscriptions
     */
    public ManagedStreamingConsumer(
            SalesforceEndpoint endpoint, Processor processor, CometDSubscriptions subscriptions) {
        super(endpoint, processor, subscriptions);
        this.subscriptions = subscriptions;
        this.deferral = new Deferral(this, endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        deferral.start(() -> {
            super.doStart();
            awaitAnswer();
            return null;
        });
    }

    @Override
    protected void doStop() throws Exception {
        deferral.cancel();
        super.doStop();
    }

    private void awaitAnswer() throws Exception {
        try {
            subscriptions.subscribed(this).get(MOST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("No answer yet to the subscription to {}; it goes on in the background", getTopicName());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                LOG.debug("{} has been stopped before the answer to its subscription", getTopicName());
                return;
            }
            subscriptions.unsubscribe(this);
            throw e.getCause() instanceof SalesforceException refusal ? refusal : e;
        }
    }
}
