package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.camelforce.salesforcecc.token.TokenStatus;

/** What the vectors are played against. */
interface VectorSubject {

    CompletableFuture<TokenEntry> obtain();

    CompletableFuture<TokenEntry> await();

    CompletableFuture<TokenEntry> renew(String token);

    Optional<LoginException> rejectedAgain(String token);

    CompletableFuture<TokenEntry> relocate(String token, URI instanceUrl);

    TokenState state();

    TokenStatus status();

    void addEventListener(TokenEventListener listener);

    void close();

    /** Makes one. */
    interface Factory {

        VectorSubject of(
                LoginCandidates candidates,
                TokenPolicy policy,
                IdentityGuard identity,
                TokenTime time,
                ManualScheduler scheduler);
    }

    /** The manager as its users have it. */
    static VectorSubject manager(
            LoginCandidates candidates,
            TokenPolicy policy,
            IdentityGuard identity,
            TokenTime time,
            ManualScheduler scheduler) {
        TokenManager manager = new TokenManager(candidates, policy, identity, time, scheduler);
        return new VectorSubject() {

            @Override
            public CompletableFuture<TokenEntry> obtain() {
                return manager.obtain();
            }

            @Override
            public CompletableFuture<TokenEntry> await() {
                return manager.await();
            }

            @Override
            public CompletableFuture<TokenEntry> renew(String token) {
                return manager.renew(token);
            }

            @Override
            public Optional<LoginException> rejectedAgain(String token) {
                return manager.rejectedAgain(token);
            }

            @Override
            public CompletableFuture<TokenEntry> relocate(String token, URI instanceUrl) {
                return manager.relocate(token, instanceUrl);
            }

            @Override
            public TokenState state() {
                return manager.state();
            }

            @Override
            public TokenStatus status() {
                return manager.status();
            }

            @Override
            public void addEventListener(TokenEventListener listener) {
                manager.addEventListener(listener);
            }

            @Override
            public void close() {
                manager.close();
            }
        };
    }
}
