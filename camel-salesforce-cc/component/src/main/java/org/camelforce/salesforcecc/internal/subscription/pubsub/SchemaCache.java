package org.camelforce.salesforcecc.internal.subscription.pubsub;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The schemas of events by id, each fetched once: what an id stands for never changes. Safe for several threads. */
final class SchemaCache {

    private final PubSubClient rpcs;
    private final Map<String, CompletableFuture<Known>> known = new ConcurrentHashMap<>();

    /** A schema, or why there can be none. */
    record Known(@Nullable Schema schema, @Nullable RuntimeException unreadable) {

        Schema require() {
            if (schema == null) {
                throw new AvroRuntimeException("The event's schema cannot be read", unreadable);
            }
            return schema;
        }
    }

    SchemaCache(PubSubClient rpcs) {
        this.rpcs = rpcs;
    }

    /** @return the schema; fails with an {@link RpcException}, and is then asked for again next time */
    CompletableFuture<Known> get(String id) {
        CompletableFuture<Known> mine = new CompletableFuture<>();
        CompletableFuture<Known> found = known.putIfAbsent(id, mine);
        if (found != null) {
            return found;
        }
        try {
            rpcs.ask(
                            PubSubGrpc.getGetSchemaMethod(),
                            SchemaRequest.newBuilder().setSchemaId(id).build())
                    .thenApply(answer -> parse(answer.getSchemaJson()))
                    .whenComplete((parsed, failure) -> {
                        if (failure == null) {
                            mine.complete(parsed);
                        } else {
                            fail(id, mine, inner(failure));
                        }
                    });
        } catch (RuntimeException | Error e) {
            fail(id, mine, e);
        }
        return mine;
    }

    private void fail(String id, CompletableFuture<Known> asked, Throwable failure) {
        known.remove(id, asked);
        asked.completeExceptionally(failure);
    }

    private static Throwable inner(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** A schema that is too deep for the stack is unreadable, too. */
    private static Known parse(String json) {
        try {
            return new Known(new Schema.Parser().parse(json), null);
        } catch (RuntimeException e) {
            return new Known(null, e);
        } catch (StackOverflowError e) {
            return new Known(null, new IllegalStateException(e));
        }
    }
}
