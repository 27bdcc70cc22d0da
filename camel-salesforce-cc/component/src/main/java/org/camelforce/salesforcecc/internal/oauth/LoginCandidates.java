package org.camelforce.salesforcecc.internal.oauth;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.jspecify.annotations.Nullable;

/** The ways to log in that may work at the moment, read again for every login. */
@FunctionalInterface
public interface LoginCandidates {

    /**
     * Reads them. Must not block: I/O belongs into the returned future. Called by any thread, and not again before the
     * future has completed.
     *
     * @return a future of at least one candidate, the preferred one first. It fails if they cannot be read; that is
     *     taken for a passing fault.
     */
    CompletableFuture<List<LoginCandidate>> read();

    /**
     * @return anything that is equal as long as the candidates have not changed, found out without I/O over a network;
     *     null if only {@link #read} can tell
     */
    default @Nullable Object version() {
        return null;
    }

    /**
     * @return what {@link #version} was before the last {@link #read}, so that a change right after it is told from
     *     none; found out without any I/O. By default what it is now
     */
    default @Nullable Object versionRead() {
        return version();
    }

    /** @return how long reading them may take, and how long one request of a login; default 60 s */
    default Duration timeout() {
        return Duration.ofSeconds(60);
    }

    /**
     * @param strategy the only way
     * @return that one always
     */
    static LoginCandidates of(AuthenticationStrategy strategy) {
        return of(strategy, Duration.ofSeconds(60));
    }

    /**
     * @param strategy the only way
     * @param timeout how long one request of a login may take
     * @return that one always
     */
    static LoginCandidates of(AuthenticationStrategy strategy, Duration timeout) {
        LoginCandidate only = new LoginCandidate(
                "authenticationStrategy", strategy, strategy instanceof TokenIntrospection asks ? asks : null);
        return new LoginCandidates() {

            @Override
            public CompletableFuture<List<LoginCandidate>> read() {
                return CompletableFuture.completedFuture(List.of(only));
            }

            @Override
            public Duration timeout() {
                return timeout;
            }
        };
    }
}
