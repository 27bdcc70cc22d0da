package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.avro.generic.IndexedRecord;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jspecify.annotations.Nullable;

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
        CompletableFuture<List<PublishResult>> publishing;
        try {
            publishing = publisher.get().publish(topic, bodies(exchange));
        } catch (SalesforceException | RuntimeException | Error e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        publishing.whenCompleteAsync(
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
                this::onWorker);
        return false;
    }

    /** An exchange that cannot go on with a worker, because the workers have been shut down, goes on all the same. */
    private void onWorker(Runnable work) {
        try {
            workers.execute(work);
        } catch (RejectedExecutionException e) {
            work.run();
        }
    }

    private List<?> bodies(Exchange exchange) throws SalesforceException {
        Object body = exchange.getIn().getBody();
        if (body instanceof String || body instanceof byte[] || body instanceof IndexedRecord) {
            throw notAList(body.getClass().getName(), null);
        }
        try {
            return exchange.getIn().getMandatoryBody(List.class);
        } catch (InvalidPayloadException e) {
            throw notAList(body == null ? "null" : body.getClass().getName(), e);
        }
    }

    private SalesforceException notAList(String type, @Nullable Exception cause) {
        return new SalesforceException(
                "Operation pubSubPublish takes a java.util.List of events for " + topic + ", but the body is "
                        + (type.equals("null") ? "missing" : "of type " + type),
                cause);
    }
}
