package org.camelforce.salesforcecc.token;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear of tokens and of transitions. Safe for use by several threads. */
final class TokenListeners {

    private static final Logger LOG = LoggerFactory.getLogger(TokenListeners.class);

    private final Object hearing = new Object();
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
     * the token in use.
     */
    void installed(@Nullable TokenEntry previous, TokenEntry entry, Supplier<Optional<TokenEntry>> current) {
        synchronized (hearing) {
            if (current.get().filter(now -> now.holds(entry.token().value())).isPresent()) {
                for (TokenListener listener : ofTokens) {
                    guard(() -> listener.tokenInstalled(previous, entry));
                }
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
        } catch (RuntimeException e) {
            LOG.warn("A token listener failed: {}", e.toString());
        }
    }
}
