package org.camelforce.salesforcecc.internal.token;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners to tokens and to transitions. Safe for use by several threads. */
final class TokenListeners {

    private static final Logger LOG = LoggerFactory.getLogger(TokenListeners.class);

    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untold = new AtomicInteger();
    private final List<TokenListener> ofTokens = new CopyOnWriteArrayList<>();
    private final List<TokenEventListener> ofEvents = new CopyOnWriteArrayList<>(List.of(new TokenLog()));

    void add(TokenListener listener) {
        ofTokens.add(listener);
    }

    void remove(TokenListener listener) {
        ofTokens.remove(listener);
    }

    void add(TokenEventListener listener) {
        ofEvents.add(listener);
    }

    void remove(TokenEventListener listener) {
        ofEvents.remove(listener);
    }

    /**
     * Tells of a token, unless it has been replaced already; of one after the other, so that a listener's copy ends as
     * the token in use. No lock is held meanwhile: while one thread tells, another one leaves its news to it.
     */
    void installed(@Nullable TokenEntry previous, TokenEntry entry, Supplier<Optional<TokenEntry>> current) {
        news.add(() -> tell(previous, entry, current));
        if (untold.getAndIncrement() == 0) {
            do {
                guard(news.remove());
            } while (untold.decrementAndGet() > 0);
        }
    }

    private void tell(@Nullable TokenEntry previous, TokenEntry entry, Supplier<Optional<TokenEntry>> current) {
        if (current.get().filter(now -> now.holds(entry.token().value())).isPresent()) {
            for (TokenListener listener : ofTokens) {
                guard(() -> listener.tokenInstalled(previous, entry));
            }
        }
    }

    void on(TokenEvent event) {
        for (TokenEventListener listener : ofEvents) {
            guard(() -> listener.on(event));
        }
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (Throwable e) {
            // an Error, too: a class of a listener's library may be missing
            LOG.warn("A token listener failed: {}", e.toString());
        }
    }
}
