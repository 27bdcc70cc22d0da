package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.spi.ProducerCache;
import org.apache.camel.support.cache.DefaultProducerCache;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/** Sends events whose redeliveries are exhausted to an endpoint. Safe for use by several threads. */
final class DeadLetterSender implements AutoCloseable {

    private final Endpoint endpoint;
    private final ProducerCache producers;

    /** @throws RuntimeException if there is no such endpoint; the message names it */
    DeadLetterSender(Object owner, CamelContext context, String uri) {
        endpoint = context.getEndpoint(uri);
        producers = new DefaultProducerCache(owner, context, 1);
        ServiceHelper.startService(producers);
    }

    /**
     * @param letter the event
     * @param sent is told, on any thread, when the endpoint has it, with null, or with the reason why it has not
     */
    void send(Exchange letter, Consumer<@Nullable Throwable> sent) {
        producers
                .asyncSendExchange(endpoint, null, null, null, letter, new CompletableFuture<>())
                .whenComplete((back, failure) -> sent.accept(failure == null ? failureOf(letter) : failure));
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(producers);
    }

    private static @Nullable Throwable failureOf(Exchange letter) {
        Exception failure = letter.getException();
        return failure == null && letter.isRollbackOnly() ? new RollbackExchangeException(letter) : failure;
    }
}
