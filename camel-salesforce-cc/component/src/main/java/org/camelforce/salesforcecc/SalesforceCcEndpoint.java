package org.camelforce.salesforcecc;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.camelforce.salesforcecc.events.ManagedPubSubConsumer;
import org.camelforce.salesforcecc.events.ManagedStreamingConsumer;
import org.camelforce.salesforcecc.session.ManagedProducer;

/**
 * Communicate with Salesforce using the OAuth 2.0 client credentials flow.
 *
 * <p>Operations, options, headers and bodies are those of {@code salesforce}.
 */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "salesforce-cc",
        extendsScheme = "salesforce",
        title = "Salesforce Client Credentials",
        syntax = "salesforce-cc:operationName:topicName",
        category = {Category.CLOUD, Category.SAAS},
        headersClass = SalesforceConstants.class)
public class SalesforceCcEndpoint extends SalesforceEndpoint {

    /**
     * @param uri the endpoint's URI
     * @param component the component that created it
     * @param configuration the options of this endpoint
     * @param operationName what it does
     * @param topicName what it subscribes or publishes to; null for other operations
     */
    public SalesforceCcEndpoint(
            String uri,
            SalesforceCcComponent component,
            SalesforceEndpointConfig configuration,
            OperationName operationName,
            String topicName) {
        super(uri, component, configuration, operationName, topicName);
    }

    @Override
    public SalesforceCcComponent getComponent() {
        return (SalesforceCcComponent) super.getComponent();
    }

    @Override
    public Producer createProducer() throws Exception {
        if (isSubscription()) {
            throw new IllegalArgumentException("Operation " + getOperationName().value()
                    + " is for from(...); there is nothing that it could send to");
        }
        return new ManagedProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        DefaultConsumer consumer =
                switch (getOperationName()) {
                    case SUBSCRIBE -> streamingConsumer(processor);
                    case PUBSUB_SUBSCRIBE -> pubSubConsumer(processor);
                    default ->
                        throw new IllegalArgumentException(
                                "Operation " + getOperationName().value()
                                        + " is for to(...); from(...) takes subscribe or pubSubSubscribe");
                };
        configureConsumer(consumer);
        return consumer;
    }

    private DefaultConsumer streamingConsumer(Processor processor) {
        ManagedStreamingConsumer consumer =
                new ManagedStreamingConsumer(this, processor, getComponent().getSubscriptionHelper());
        consumer.setExecutorService(getConsumerWorkerPoolExecutorService());
        return consumer;
    }

    private DefaultConsumer pubSubConsumer(Processor processor) throws ClassNotFoundException {
        ManagedPubSubConsumer consumer = new ManagedPubSubConsumer(this, processor);
        consumer.setExecutorService(getConsumerWorkerPoolExecutorService());
        return consumer;
    }

    private boolean isSubscription() {
        return getOperationName() == OperationName.SUBSCRIBE || getOperationName() == OperationName.PUBSUB_SUBSCRIBE;
    }
}
