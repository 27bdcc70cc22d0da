package org.camelforce.salesforcecc.internal.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.NoAnswerException;
import org.camelforce.salesforcecc.internal.request.ObjectNames;
import org.camelforce.salesforcecc.internal.request.RequestEnd;
import org.camelforce.salesforcecc.internal.request.RequestObserver;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.jspecify.annotations.Nullable;

/**
 * One observation per request, login and replay included, so that a request is a span in the trace of the exchange that
 * waits for it: a child of what the caller's thread observes. Its name is {@value #NAME}; low-cardinality keys are
 * {@code component}, {@code operation}, {@code object} and {@code outcome}, high-cardinality keys {@value #STATUS},
 * {@value #SENT}, {@value #RECEIVED} and {@value #ERROR}. That of a streamed answer lasts until the answer has been
 * read. The component makes one by itself if the registry of its context has one {@code ObservationRegistry}.
 */
public final class RequestObservation implements RequestObserver {

    /** Name of the observation; a registry with meters shows a timer and a long task timer of this name. */
    public static final String NAME = "salesforce.cc.request";

    /** High-cardinality key: the HTTP status, if there is an answer. */
    public static final String STATUS = "http.response.status_code";

    /** High-cardinality key: how many bytes of a body were sent. */
    public static final String SENT = "http.request.body.size";

    /** High-cardinality key: how long the body of the answer is, decompressed. */
    public static final String RECEIVED = "http.response.body.size";

    /** High-cardinality key: the class of the exception, if there is no answer. */
    public static final String ERROR = "error.type";

    private final ObservationRegistry registry;
    private final String component;
    private final ObjectNames objects = new ObjectNames();

    /**
     * @param registry where requests are observed
     * @param component the component's name in its context
     */
    public RequestObservation(ObservationRegistry registry, String component) {
        this.registry = registry;
        this.component = component;
    }

    @Override
    public RequestEnd begun(ApiRequest request) {
        if (registry.isNoop()) {
            return RequestEnd.UNWATCHED;
        }
        Observation observation = Observation.createNotStarted(NAME, registry)
                .contextualName("salesforce " + request.name())
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.COMPONENT.key(), component))
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.OPERATION.key(), request.name()))
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.OBJECT.key(), objects.limited(request)))
                .lowCardinalityKeyValue(KeyValue.of(MeterTag.OUTCOME.key(), "none"))
                .start();
        return ended -> end(observation, ended);
    }

    private static void end(Observation observation, EndedRequest ended) {
        observation.lowCardinalityKeyValue(MeterTag.OUTCOME.key(), MeterTag.value(ended.outcome()));
        observation.highCardinalityKeyValue(SENT, String.valueOf(ended.sentBytes()));
        if (ended.status() > 0) {
            observation.highCardinalityKeyValue(STATUS, String.valueOf(ended.status()));
            observation.highCardinalityKeyValue(RECEIVED, String.valueOf(ended.receivedBytes()));
        }
        if (ended.outcome() != RequestOutcome.SUCCESS) {
            fail(observation, ended);
        }
        observation.stop();
    }

    /** The HTTP client's exceptions have URLs in their texts, with queries and ids: they do not go into traces. */
    private static void fail(Observation observation, EndedRequest ended) {
        Throwable failure = ended.failure();
        if (failure instanceof LoginException) {
            observation.error(failure);
            return;
        }
        String type = failure == null ? null : typeOf(failure);
        if (type != null) {
            observation.highCardinalityKeyValue(ERROR, type);
        }
        observation.error(new SalesforceException(text(ended, type), ended.status()));
    }

    private static String text(EndedRequest ended, @Nullable String type) {
        String request = "The request of " + ended.request().name();
        return type == null
                ? request + " was answered with status " + ended.status()
                : request + " has no whole answer: " + type;
    }

    private static String typeOf(Throwable failure) {
        return (failure instanceof NoAnswerException
                        ? Objects.requireNonNullElse(failure.getCause(), failure)
                        : failure)
                .getClass()
                .getName();
    }
}
