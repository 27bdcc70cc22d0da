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
import org.camelforce.salesforcecc.internal.operation.OperationWithParts;
import org.camelforce.salesforcecc.internal.operation.StreamOptions;
import org.camelforce.salesforcecc.internal.producer.OperationCatalogue;
import org.camelforce.salesforcecc.internal.producer.OperationProducer;
import org.camelforce.salesforcecc.internal.subscription.SubscriptionConsumer;
import org.camelforce.salesforcecc.internal.subscription.pubsub.PubSubPublishProducer;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.jspecify.annotations.Nullable;

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

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether the body of the answer is a stream that the route reads while it arrives, for getBlobField and"
                            + " raw. The stream is never in memory as a whole, the route can read it once, and it closes when"
                            + " the exchange ends. Camel's stream caching is off for the exchange.")
    private boolean streaming;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Whether to request the next page of a query while the route has the records of the one before, with"
                            + " streamQueryResult. Two pages are in memory then. For query and queryAll.")
    private boolean streamQueryReadAhead;

    @UriParam(
            label = "producer",
            defaultValue = "150000000",
            description =
                    "How many bytes of a body are taken into memory if it is a stream that can be read once. A larger one"
                            + " fails the exchange. Files, buffers and what Camel has cached are sent from where they are,"
                            + " regardless of their size. For operations that send a body.")
    private int maxBufferedUpload = StreamOptions.MAX_BUFFERED_UPLOAD;

    @UriParam(
            label = "producer",
            description =
                    "How often a request is sent at most while it fails for a reason that passes soon. Default: as the component"
                            + " says.")
    private @Nullable Integer maxRequestAttempts;

    @UriParam(
            label = "producer",
            javaType = "java.time.Duration",
            description = "The pause before the second attempt of a request. Default: as the component says.")
    private @Nullable Long requestBackoff;

    @UriParam(
            label = "producer",
            javaType = "java.time.Duration",
            description = "The longest pause between two attempts of a request. Default: as the component says.")
    private @Nullable Long requestBackoffMax;

    @UriParam(
            label = "producer",
            description =
                    "Whether an exchange fails if a part of its request fails, for composite, composite-batch and the"
                            + " operations that save or delete collections. Default: as the component says.")
    private @Nullable Boolean failOnPartialError;

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

    /** @return whether the body of the answer is a stream that the route reads while it arrives */
    public boolean isStreaming() {
        return streaming;
    }

    /**
     * @param streaming whether the body of the answer is a stream that the route reads while it arrives, once; default
     *     false
     */
    public void setStreaming(boolean streaming) {
        this.streaming = streaming;
    }

    /** @return whether the next page of a query is asked for while the route has the records of the one before */
    public boolean isStreamQueryReadAhead() {
        return streamQueryReadAhead;
    }

    /**
     * @param streamQueryReadAhead whether the next page of a query is asked for while the route has the records of the
     *     one before, with {@code streamQueryResult}; default false
     */
    public void setStreamQueryReadAhead(boolean streamQueryReadAhead) {
        this.streamQueryReadAhead = streamQueryReadAhead;
    }

    /** @return how many bytes of a stream that can be read once are taken into memory to be sent */
    public int getMaxBufferedUpload() {
        return maxBufferedUpload;
    }

    /**
     * @param maxBufferedUpload how many bytes of a stream that can be read once are taken into memory to be sent;
     *     default 150000000
     */
    public void setMaxBufferedUpload(int maxBufferedUpload) {
        this.maxBufferedUpload = maxBufferedUpload;
    }

    /** @return how often a request is sent at most, null if the component says so */
    public @Nullable Integer getMaxRequestAttempts() {
        return maxRequestAttempts;
    }

    /** @param maxRequestAttempts how often a request is sent at most; default: as the component says */
    public void setMaxRequestAttempts(@Nullable Integer maxRequestAttempts) {
        this.maxRequestAttempts = maxRequestAttempts;
    }

    /** @return milliseconds before the second attempt of a request, null if the component says so */
    public @Nullable Long getRequestBackoff() {
        return requestBackoff;
    }

    /** @param requestBackoff milliseconds before the second attempt of a request; default: as the component says */
    public void setRequestBackoff(@Nullable Long requestBackoff) {
        this.requestBackoff = requestBackoff;
    }

    /** @return milliseconds between two attempts of a request at most, null if the component says so */
    public @Nullable Long getRequestBackoffMax() {
        return requestBackoffMax;
    }

    /** @param requestBackoffMax milliseconds between two attempts at most; default: as the component says */
    public void setRequestBackoffMax(@Nullable Long requestBackoffMax) {
        this.requestBackoffMax = requestBackoffMax;
    }

    /** @return whether an exchange fails if a part of its request fails, null if the component says so */
    public @Nullable Boolean getFailOnPartialError() {
        return failOnPartialError;
    }

    /**
     * @param failOnPartialError whether an exchange fails if a part of its request fails; default: as the component
     *     says
     */
    public void setFailOnPartialError(@Nullable Boolean failOnPartialError) {
        this.failOnPartialError = failOnPartialError;
    }

    private StreamOptions streams() {
        StreamOptions streams = new StreamOptions(streaming, streamQueryReadAhead, maxBufferedUpload);
        streams.check(getOperationName().value());
        return streams;
    }

    @Override
    public Producer createProducer() throws Exception {
        ApiVersion.normalize(getConfiguration());
        StreamOptions streams = streams();
        return switch (getOperationName()) {
            case SUBSCRIBE, PUBSUB_SUBSCRIBE ->
                throw new IllegalArgumentException("Operation "
                        + getOperationName().value() + " is for from(...); there is nothing that it could send to");
            case PUBSUB_PUBLISH -> {
                requireNoRequestOptions();
                yield new PubSubPublishProducer(
                        this, () -> getComponent().subscriptionManager().publisher(), getComponent()::onWorker);
            }
            default -> operationProducer(streams);
        };
    }

    private void requireNoRequestOptions() {
        RequestRetries.requireNone(getOperationName().value(), maxRequestAttempts, requestBackoff, requestBackoffMax);
        failsOnPartialError(null);
    }

    private Producer operationProducer(StreamOptions streams) {
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
                        this, getComponent()::getClassMap, getComponent().isLegacyHeaders(), streams),
                RequestRetries.of(getComponent(), maxRequestAttempts, requestBackoff, requestBackoffMax),
                failsOnPartialError(operation),
                getComponent()::apiClient);
    }

    private boolean failsOnPartialError(@Nullable Operation operation) {
        if (failOnPartialError != null && !(operation instanceof OperationWithParts)) {
            throw new IllegalArgumentException("Option failOnPartialError is for composite, composite-batch and the"
                    + " operations that save or delete collections, but the operation is "
                    + getOperationName().value() + "; remove it");
        }
        return Objects.requireNonNullElse(failOnPartialError, getComponent().isFailOnPartialError());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (getOperationName() != OperationName.SUBSCRIBE && getOperationName() != OperationName.PUBSUB_SUBSCRIBE) {
            throw new IllegalArgumentException("Operation " + getOperationName().value()
                    + " is for to(...); from(...) takes subscribe or pubSubSubscribe");
        }
        ApiVersion.normalize(getConfiguration());
        streams();
        requireNoRequestOptions();
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
