package org.camelforce.salesforcecc.events.pubsub;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.support.DefaultAsyncProducer;

/** Operation {@code pubSubPublish}: a list of events becomes a list of upstream's publish results. Nothing blocks. */
public final class PubSubPublishProducer extends DefaultAsyncProducer {

    private final String topic;
    private final Supplier<PubSubPublisher> publisher;
    private final Executor workers;

    /**
     * @param endpoint has the topic
     * @param publisher publishes; asked for at each exchange
     * @param workers what the route goes on with
     */
    public PubSubPublishProducer(SalesforceEndpoint endpoint, Supplier<PubSubPublisher> publisher, Executor workers) {
        super(endpoint);
        this.topic = endpoint.getTopicName();
        this.publisher = publisher;
        this.workers = workers;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        List<?> bodies;
        try {
            bodies = exchange.getIn().getMandatoryBody(List.class);
        } catch (InvalidPayloadException e) {
            exchange.setException(new SalesforceException(
                    "The body is not a list of events for " + topic + ": " + e.getMessage(), e));
            callback.done(true);
            return true;
        }
        publisher
                .get()
                .publish(topic, bodies)
                .whenCompleteAsync(
                        (results, failure) -> {
                            if (failure == null) {
                                exchange.getIn().setBody(results);
                            } else {
                                exchange.setException(
                                        failure instanceof CompletionException && failure.getCause() != null
                                                ? failure.getCause()
                                                : failure);
                            }
                            callback.done(false);
                        },
                        workers);
        return false;
    }
}
