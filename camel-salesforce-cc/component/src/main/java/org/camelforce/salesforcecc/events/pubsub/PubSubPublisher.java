package org.camelforce.salesforcecc.events.pubsub;

import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.TokenManager;

/**
 * Publishes events. When the session has ended, one login is made and the events are published with the new token:
 * Salesforce looks at the token before anything else, so nothing has been published then. After any other failure
 * nothing is repeated. Safe for use by several threads; nothing blocks.
 */
public final class PubSubPublisher {

    /** What Salesforce drops without a word that fits (Pub/Sub API Guide, "Allocations"). */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int MOST_BYTES_OF_EVENT = 1024 * 1024;

    private final Rpcs rpcs;
    private final Schemas schemas;
    private final TokenManager tokens;
    private final Map<String, TopicInfo> topics = new ConcurrentHashMap<>();

    PubSubPublisher(Rpcs rpcs, Schemas schemas, TokenManager tokens) {
        this.rpcs = rpcs;
        this.schemas = schemas;
        this.tokens = tokens;
    }

    /**
     * Publishes events together.
     *
     * @param topic the topic, for example {@code /event/Order__e}
     * @param bodies each a {@code ProducerEvent}, an Avro record, the bytes of one, JSON text or a POJO
     * @return one result per body, in their order, of which each can be an error; completed on a thread of the
     *     connection. Fails with a {@link SalesforceException} if nothing has been published or the outcome is unknown:
     *     a {@link LoginException} if there is no token.
     */
    public CompletableFuture<List<PublishResult>> publish(String topic, List<?> bodies) {
        return attempt(topic, bodies)
                .handle((results, failure) ->
                        failure == null ? CompletableFuture.completedFuture(results) : again(topic, bodies, failure))
                .thenCompose(Function.identity())
                .handle((results, failure) -> {
                    if (failure != null) {
                        throw new CompletionException(explained(failure, topic));
                    }
                    return results;
                });
    }

    private CompletableFuture<List<PublishResult>> again(String topic, List<?> bodies, Throwable failure) {
        Optional<String> refused = RpcException.in(failure).flatMap(RpcException::refusedToken);
        if (refused.isEmpty() || Jwt.is(refused.get())) {
            return CompletableFuture.failedFuture(failure);
        }
        return tokens.renew(refused.get()).thenCompose(renewed -> attempt(topic, bodies));
    }

    private CompletableFuture<List<PublishResult>> attempt(String topic, List<?> bodies) {
        return topic(topic)
                .thenCompose(info -> schemas.get(info.getSchemaId())
                        .thenApply(schema -> request(info, schema, bodies))
                        .thenCompose(request -> rpcs.ask(PubSubGrpc.getPublishMethod(), request))
                        .whenComplete((response, failure) -> forgetIfChanged(topic, info, response, failure)))
                .thenApply(response -> response.getResultsList().stream()
                        .map(PublishResult::new)
                        .toList());
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

    private static PublishRequest request(TopicInfo topic, Schemas.Known schema, List<?> bodies) {
        PublishRequest.Builder request = PublishRequest.newBuilder().setTopicName(topic.getTopicName());
        for (Object body : bodies) {
            request.addEvents(event(body, topic, schema));
        }
        PublishRequest complete = request.build();
        if (complete.getSerializedSize() > MOST_BYTES) {
            throw tooLarge(
                    "The " + bodies.size() + " events together have " + complete.getSerializedSize()
                            + " bytes, and Salesforce takes no more than 4 MB at once and recommends 3 MB; publish fewer at once");
        }
        return complete;
    }

    private static ProducerEvent event(Object body, TopicInfo topic, Schemas.Known schema) {
        ProducerEvent event;
        try {
            event = EventPayloads.event(body, topic.getSchemaId(), schema.require());
        } catch (IOException | RuntimeException e) {
            throw new CompletionException(new SalesforceException(
                    "A body of type " + body.getClass().getName() + " cannot be made an event of "
                            + topic.getTopicName() + ": " + e.getMessage(),
                    e));
        }
        if (event.getPayload().size() > MOST_BYTES_OF_EVENT) {
            throw tooLarge("An event has " + event.getPayload().size()
                    + " bytes, and Salesforce takes no more than 1 MB for one");
        }
        return event;
    }

    private static CompletionException tooLarge(String text) {
        return new CompletionException(new SalesforceException("Not published: " + text, null));
    }

    /** What Salesforce says about a schema means that the event has been changed since the topic was asked for. */
    private void forgetIfChanged(String name, TopicInfo used, PublishResponse response, Throwable failure) {
        boolean changed = failure == null
                ? !response.getSchemaId().isEmpty() && !response.getSchemaId().equals(used.getSchemaId())
                        || response.getResultsList().stream()
                                .anyMatch(result -> result.hasError()
                                        && mentionsSchema(result.getError().getMsg()))
                : RpcException.in(failure)
                        .map(rpc -> mentionsSchema(String.valueOf(rpc.getMessage())))
                        .orElse(false);
        if (changed) {
            topics.remove(name, used);
        }
    }

    private static boolean mentionsSchema(String text) {
        return text.contains("schema") || text.contains("Schema");
    }

    private static SalesforceException explained(Throwable failure, String topic) {
        Optional<RpcException> rpc = RpcException.in(failure);
        Optional<LoginException> login = rpc.flatMap(RpcException::failedLogin);
        if (login.isPresent()) {
            return login.get();
        }
        if (rpc.isPresent()) {
            boolean jwt = rpc.get().refusedToken().filter(Jwt::is).isPresent();
            return new SalesforceException(
                    (jwt ? Jwt.REFUSED : "Events cannot be published on " + topic + ".") + " Salesforce said: "
                            + rpc.get().getMessage(),
                    rpc.get());
        }
        Throwable inner =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return inner instanceof SalesforceException known
                ? known
                : new SalesforceException("Events cannot be published on " + topic + ": " + inner, inner);
    }
}
