package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.token.TokenManager;

/**
 * Publishes events. When the session has ended, one login is made and the events are published with the new token:
 * Salesforce looks at the token before anything else, so nothing has been published then. When the event's definition
 * has been changed and nothing has been published for that, the bodies are encoded again and sent once more. After any
 * other failure nothing is repeated. Safe for use by several threads; nothing blocks.
 */
public final class PubSubPublisher {

    private static final Set<Status.Code> REJECTED_AS_A_WHOLE =
            EnumSet.of(Status.Code.INVALID_ARGUMENT, Status.Code.NOT_FOUND, Status.Code.FAILED_PRECONDITION);

    private final PubSubClient rpcs;
    private final SchemaCache schemas;
    private final TokenManager tokens;
    private final Map<String, TopicInfo> topics = new ConcurrentHashMap<>();

    PubSubPublisher(PubSubClient rpcs, SchemaCache schemas, TokenManager tokens) {
        this.rpcs = rpcs;
        this.schemas = schemas;
        this.tokens = tokens;
    }

    /**
     * Publishes events together.
     *
     * @param topic the topic, for example {@code /event/Order__e}
     * @param bodies each a {@code ProducerEvent}, an Avro record, the bytes of one, JSON text or a POJO; nothing is
     *     sent if there are none
     * @return one result per body, in their order, of which each can be an error; completed on a thread of the
     *     connection. Fails with a {@link SalesforceException} if nothing has been published or the outcome is unknown:
     *     a {@link LoginException} if there is no token.
     */
    public CompletableFuture<List<PublishResult>> publish(String topic, List<?> bodies) {
        if (bodies.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return attempt(topic, bodies)
                .handle((response, failure) ->
                        failure == null ? againIfStale(topic, bodies, response) : againIfUseful(topic, bodies, failure))
                .thenCompose(Function.identity())
                .handle((response, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(explained(failure, topic));
                    }
                    if (response.getResultsCount() != bodies.size()) {
                        throw new CompletionException(new SalesforceException(
                                "Salesforce answered with " + response.getResultsCount() + " results for "
                                        + bodies.size() + " events on " + topic
                                        + ", so it does not say which of them it has published",
                                null));
                    }
                    return response.getResultsList().stream()
                            .map(PublishResult::new)
                            .toList();
                });
    }

    private CompletableFuture<PublishResponse> againIfStale(String topic, List<?> bodies, PublishResponse response) {
        boolean nothingPublished = response.getResultsCount() > 0
                && response.getResultsList().stream().allMatch(PubSubPublisher::isStale);
        return nothingPublished && canBeEncodedAgain(bodies)
                ? attempt(topic, bodies)
                : CompletableFuture.completedFuture(response);
    }

    private CompletableFuture<PublishResponse> againIfUseful(String topic, List<?> bodies, Throwable failure) {
        Optional<RpcException> rpc = RpcException.in(failure);
        Optional<String> rejected = rpc.flatMap(RpcException::rejectedToken).filter(token -> !Jwt.is(token));
        if (rejected.isPresent()) {
            return tokens.renew(rejected.get()).thenCompose(renewed -> attempt(topic, bodies)
                    .exceptionallyCompose(again -> CompletableFuture.failedFuture(rejectedAgain(again))));
        }
        if (rpc.filter(PubSubPublisher::isStale).isPresent() && canBeEncodedAgain(bodies)) {
            return attempt(topic, bodies);
        }
        if (inner(failure) instanceof PublishRequestFactory.UnfitException unfit) {
            return topic(topic)
                    .thenCompose(info -> info.getSchemaId().equals(unfit.schemaId())
                            ? CompletableFuture.failedFuture(unfit)
                            : attempt(topic, bodies));
        }
        return CompletableFuture.failedFuture(failure);
    }

    /**
     * Reports it for the sake of later requests if the renewed token is rejected, too; no login is made because of it.
     */
    private Throwable rejectedAgain(Throwable failure) {
        return RpcException.in(failure)
                .flatMap(RpcException::rejectedToken)
                .filter(token -> !Jwt.is(token))
                .flatMap(tokens::rejectedAgain)
                .<Throwable>map(Function.identity())
                .orElse(failure);
    }

    private CompletableFuture<PublishResponse> attempt(String topic, List<?> bodies) {
        return topic(topic).thenCompose(info -> schemas.get(info.getSchemaId())
                .thenApply(schema -> PublishRequestFactory.of(info, schema, bodies))
                .thenCompose(request -> rpcs.ask(PubSubGrpc.getPublishMethod(), request))
                .whenComplete((response, failure) -> {
                    if (failure == null ? isChanged(info, response) : isChanged(failure)) {
                        topics.remove(topic, info);
                    }
                }));
    }

    private CompletableFuture<TopicInfo> topic(String name) {
        TopicInfo known = topics.get(name);
        if (known != null) {
            return CompletableFuture.completedFuture(known);
        }
        return rpcs.ask(
                        PubSubGrpc.getGetTopicMethod(),
                        TopicRequest.newBuilder().setTopicName(name).build())
                .thenApply(info -> {
                    topics.put(name, info);
                    return info;
                });
    }

    /** Bytes that the user has encoded are of the schema that the user knows. */
    private static boolean canBeEncodedAgain(List<?> bodies) {
        return bodies.stream().noneMatch(body -> body instanceof ProducerEvent || body instanceof byte[]);
    }

    private static boolean isChanged(TopicInfo used, PublishResponse response) {
        return !response.getSchemaId().isEmpty() && !response.getSchemaId().equals(used.getSchemaId())
                || response.getResultsList().stream().anyMatch(PubSubPublisher::isStale);
    }

    private static boolean isChanged(Throwable failure) {
        return inner(failure) instanceof PublishRequestFactory.UnfitException
                || RpcException.in(failure).filter(PubSubPublisher::isStale).isPresent();
    }

    /** What Salesforce says about a schema means that the event has been changed since the topic was asked for. */
    private static boolean isStale(com.salesforce.eventbus.protobuf.PublishResult result) {
        return result.hasError() && mentionsSchema(result.getError().getMsg());
    }

    private static boolean isStale(RpcException failure) {
        return REJECTED_AS_A_WHOLE.contains(failure.code()) && mentionsSchema(String.valueOf(failure.getMessage()));
    }

    private static boolean mentionsSchema(String text) {
        return text.contains("schema") || text.contains("Schema");
    }

    private static Throwable inner(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static SalesforceException explained(Throwable failure, String topic) {
        Optional<RpcException> rpc = RpcException.in(failure);
        Optional<LoginException> login = rpc.flatMap(RpcException::failedLogin);
        if (login.isPresent()) {
            return login.get();
        }
        if (rpc.isPresent()) {
            boolean jwt = rpc.get().rejectedToken().filter(Jwt::is).isPresent();
            return new SalesforceException(
                    (jwt ? Jwt.REJECTED : "Events cannot be published on " + topic + ".") + " Salesforce said: "
                            + rpc.get().getMessage(),
                    rpc.get());
        }
        return inner(failure) instanceof SalesforceException known
                ? known
                : new SalesforceException(
                        "Events cannot be published on " + topic + ": " + inner(failure), inner(failure));
    }
}
