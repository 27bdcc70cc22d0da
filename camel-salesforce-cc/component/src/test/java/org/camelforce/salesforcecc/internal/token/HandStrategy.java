package org.camelforce.salesforcecc.internal.token;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;

/** Logins that a test completes, the latest one first. */
public final class HandStrategy implements AuthenticationStrategy {

    private final List<CompletableFuture<AccessToken>> logins = new ArrayList<>();

    @Override
    public CompletableFuture<AccessToken> authenticate() {
        CompletableFuture<AccessToken> login = new CompletableFuture<>();
        logins.add(login);
        return login;
    }

    /** How many logins were made. */
    public int logins() {
        return logins.size();
    }

    /** Completes the latest login. */
    public void succeed(AccessToken token) {
        logins.get(logins.size() - 1).complete(token);
    }

    /** Fails the latest login. */
    public void fail(Throwable failure) {
        logins.get(logins.size() - 1).completeExceptionally(failure);
    }
}
