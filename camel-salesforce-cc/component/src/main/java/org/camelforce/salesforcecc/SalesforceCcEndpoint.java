package org.camelforce.salesforcecc;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.camelforce.salesforcecc.internal.operation.ApiVersion;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.producer.OperationCatalogue;
import org.camelforce.salesforcecc.internal.producer.OperationProducer;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionConsumer;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubPublishProducer;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;

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

    /** Whether the {@code camel-salesforce} at hand has the options of a worker pool for consumers: 4.14 does not. */
    private static final boolean CONSUMER_WORKER_POOL = Arrays.stream(SalesforceEndpoint.class.getMethods())
            .map(Method::getName)
            .anyMatch("isConsumerWorkerPoolEnabled"::equals);

    @UriParam
    private SubscriptionOptions subscription = new SubscriptionOptions();

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

    /** @return the options of a subscription; to be changed before the consumer starts */
    public SubscriptionOptions getSubscription() {
        return subscription;
    }

    /** @param subscription the options of a subscription */
    public void setSubscription(SubscriptionOptions subscription) {
        this.subscription = Objects.requireNonNull(subscription, "subscription");
    }

    @Override
    public Producer createProducer() throws Exception {
        ApiVersion.normalize(getConfiguration());
        return switch (getOperationName()) {
            case SUBSCRIBE, PUBSUB_SUBSCRIBE ->
                throw new IllegalArgumentException("Operation "
                        + getOperationName().value() + " is for from(...); there is nothing that it could send to");
            case PUBSUB_PUBLISH ->
                new PubSubPublishProducer(
                        this, () -> getComponent().subscriptionManager().publisher(), getComponent()::onWorker);
            default -> operationProducer();
        };
    }

    private Producer operationProducer() {
        Operation operation = OperationCatalogue.of(getOperationName());
        if (operation == null) {
            throw new IllegalArgumentException("Operation " + getOperationName().value()
                    + " is of a later version of Camel than this component knows. Use an operation of "
                    + "camel-salesforce 4.23, or a later version of camel-salesforce-cc");
        }
        return new OperationProducer(
                this,
                operation,
                new OperationSettings(
                        this, getComponent()::getClassMap, getComponent().isLegacyHeaders()),
                getComponent()::apiClient);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (getOperationName() != OperationName.SUBSCRIBE && getOperationName() != OperationName.PUBSUB_SUBSCRIBE) {
            throw new IllegalArgumentException("Operation " + getOperationName().value()
                    + " is for to(...); from(...) takes subscribe or pubSubSubscribe");
        }
        ApiVersion.normalize(getConfiguration());
        ExecutorService workers = CONSUMER_WORKER_POOL ? getConsumerWorkerPoolExecutorService() : null;
        SubscriptionConsumer consumer =
                new SubscriptionConsumer(this, processor, workers, this::newWorkers, parallel(), name -> getComponent()
                        .subscriptionManager()
                        .plan(this, subscription, name));
        configureConsumer(consumer);
        getComponent().resubscribeAfterRestart(consumer);
        return consumer;
    }

    /** Unless the URI chooses otherwise, the component's options hold. */
    void setConsumerWorkerPoolOf(SalesforceComponent component) {
        if (CONSUMER_WORKER_POOL) {
            setConsumerWorkerPoolEnabled(component.isConsumerWorkerPoolEnabled());
            setConsumerWorkerPoolExecutorService(component.getConsumerWorkerPoolExecutorService());
            setConsumerWorkerPoolSize(component.getConsumerWorkerPoolSize());
            setConsumerWorkerPoolMaxSize(component.getConsumerWorkerPoolMaxSize());
        }
    }

    /** One thread keeps the order of events. What waits for a thread, waits in the subscription. */
    int parallel() {
        return CONSUMER_WORKER_POOL && isConsumerWorkerPoolEnabled()
                ? Math.max(1, Math.min(getConsumerWorkerPoolSize(), getConsumerWorkerPoolMaxSize()))
                : 1;
    }

    private ExecutorService newWorkers(Object owner) {
        return ThreadPools.pool(
                getCamelContext().getExecutorServiceManager(), owner, "SalesforceCcConsumer", parallel());
    }
}
