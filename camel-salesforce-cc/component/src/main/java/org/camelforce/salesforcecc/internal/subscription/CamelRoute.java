package org.camelforce.salesforcecc.internal.subscription;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.URISupport;
import org.camelforce.salesforcecc.internal.subscription.stream.EventHeaders;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an exchange of each event and runs the route of a consumer with it. Whatever is thrown finishes the event. */
final class CamelRoute implements EventRoute {

    private static final Logger LOG = LoggerFactory.getLogger(CamelRoute.class);

    private final DefaultConsumer consumer;
    private final String name;
    private final @Nullable String deadLetterUri;
    private final Supplier<@Nullable DeadLetterSender> deadLetters;

    /**
     * @param consumer has the route
     * @param name names the route
     * @param deadLetterUri where events go that are given up; null if they are passed over
     * @param deadLetters sends them there; null after the consumer has been stopped
     */
    CamelRoute(
            DefaultConsumer consumer,
            String name,
            @Nullable String deadLetterUri,
            Supplier<@Nullable DeadLetterSender> deadLetters) {
        this.consumer = consumer;
        this.name = name;
        this.deadLetterUri = deadLetterUri;
        this.deadLetters = deadLetters;
    }

    @Override
    public void deliver(ReceivedEvent event, Consumer<@Nullable Throwable> done) {
        Exchange exchange = exchange(done);
        if (exchange == null) {
            return;
        }
        Throwable undecoded = write(event, exchange);
        if (undecoded != null) {
            exchange.setException(undecoded);
            finish(exchange, "Cannot decode the event with replay ID " + event.replayId(), done);
            return;
        }
        AtomicBoolean called = new AtomicBoolean();
        Runnable ended = () -> finish(exchange, "Error processing exchange", done);
        try {
            consumer.getAsyncProcessor().process(exchange, doneSync -> {
                if (called.compareAndSet(false, true)) {
                    ended.run();
                }
            });
        } catch (Throwable e) {
            if (called.compareAndSet(false, true)) {
                exchange.setException(e);
                AbortedExchange.end(exchange);
                ended.run();
            }
        }
    }

    @Override
    public void giveUp(ReceivedEvent event, Throwable failure, int failures, Consumer<@Nullable Throwable> done) {
        DeadLetterSender letters = deadLetters.get();
        if (letters == null) {
            // without a URI, the exception handler has had it
            done.accept(
                    deadLetterUri == null
                            ? null
                            : new IllegalStateException("The consumer has stopped, so the event is not sent to "
                                    + URISupport.sanitizeUri(deadLetterUri) + "; it comes again"));
            return;
        }
        Exchange letter = consumer.createExchange(false);
        write(event, letter);
        letter.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        letter.getIn().setHeader(EventHeaders.FAILURES, failures);
        letters.send(letter, undelivered -> {
            consumer.releaseExchange(letter, false);
            done.accept(undelivered);
        });
    }

    private @Nullable Exchange exchange(Consumer<@Nullable Throwable> done) {
        try {
            return consumer.createExchange(false);
        } catch (Throwable e) {
            try {
                consumer.getExceptionHandler().handleException("No exchange can be created for an event", e);
            } catch (Throwable again) {
                tellOfHandler(again);
            }
            done.accept(e);
            return null;
        }
    }

    /** Sets the payload that came if the event cannot be decoded, whatever is thrown. */
    private static @Nullable Throwable write(ReceivedEvent event, Exchange exchange) {
        try {
            event.writeTo(exchange);
            return null;
        } catch (Throwable e) {
            exchange.getIn()
                    .setHeader(EventHeaders.UNDECODED_PAYLOAD, exchange.getIn().getBody());
            return e;
        }
    }

    private void finish(Exchange exchange, String message, Consumer<@Nullable Throwable> done) {
        Throwable failure = null;
        try {
            if (exchange.getException() != null) {
                consumer.getExceptionHandler().handleException(message, exchange, exchange.getException());
            }
            failure = RouteNotRunException.orFailure(name, exchange.getException());
            if (failure == null && exchange.isRollbackOnly()) {
                failure = new RollbackExchangeException(exchange);
            }
        } catch (Throwable e) {
            tellOfHandler(e);
            failure = e;
        } finally {
            try {
                consumer.releaseExchange(exchange, false);
            } finally {
                done.accept(failure);
            }
        }
    }

    private void tellOfHandler(Throwable failure) {
        LOG.warn("The exception handler of {} failed: {}", consumer.getEndpoint(), failure.toString());
    }
}
