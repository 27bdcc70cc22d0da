package org.camelforce.salesforcecc.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/**
 * The access token of a rotation. A rotation may end the sessions of the app, its own included, and may make the pair
 * of its own login invalid; so there can be further logins to fall back to. Belongs to one thread.
 */
final class RestAccess {

    private final List<AuthenticationStrategy> logins = new ArrayList<>();
    private final TrustedHosts trustedHosts;
    private final long timeoutMillis;
    private @Nullable AccessToken token;

    RestAccess(AuthenticationStrategy login, TrustedHosts trustedHosts, long timeoutMillis) {
        this.logins.add(login);
        this.trustedHosts = trustedHosts;
        this.timeoutMillis = timeoutMillis;
    }

    /** Adds a login to be used when those before it fail. */
    void addFallback(AuthenticationStrategy login) {
        logins.add(login);
    }

    AccessToken token() throws RotationException {
        AccessToken current = token;
        return current == null ? renewals().next().orElseThrow(RestAccess::noLogin) : current;
    }

    /** Starts with the first login again. */
    Renewals renewals() {
        return new Renewals();
    }

    private static RotationException noLogin() {
        return new RotationException(RotationFailure.LOGIN_FAILED, "No login", null);
    }

    /** Waits for a login and names its failure. */
    static AccessToken await(AuthenticationStrategy login, long timeoutMillis)
            throws LoginException, RotationException {
        try {
            return login.authenticate().get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new RotationException(RotationFailure.INTERRUPTED, "A login was interrupted", e);
        } catch (ExecutionException | TimeoutException | RuntimeException | Error e) {
            // a strategy of the user's may throw instead of returning a future
            throw LoginException.of(e);
        }
    }

    private AccessToken trusted(AccessToken fresh) throws RotationException {
        if (trustedHosts.trusts(fresh.instanceUrl())) {
            return fresh;
        }
        throw new RotationException(
                RotationFailure.LOGIN_FAILED,
                "The login returned the instance URL of " + fresh.instanceUrl().getHost()
                        + ", which is not a Salesforce host reached over HTTPS",
                null);
    }

    /** Walks through the logins, as long as what they give is rejected. */
    final class Renewals {

        private int next;
        private boolean given;
        private @Nullable LoginException failure;

        /**
         * Logs in by the next login that succeeds.
         *
         * @return the token, empty if all have been tried and one of them gave a token
         * @throws RotationException if all have been tried, and all failed
         */
        Optional<AccessToken> next() throws RotationException {
            while (next < logins.size()) {
                try {
                    AccessToken fresh = trusted(await(logins.get(next++), timeoutMillis));
                    token = fresh;
                    given = true;
                    return Optional.of(fresh);
                } catch (LoginException e) {
                    remember(e);
                }
            }
            if (given) {
                return Optional.empty();
            }
            throw new RotationException(
                    RotationFailure.LOGIN_FAILED,
                    "Logging in to read and change the app's credentials failed",
                    failure);
        }

        private void remember(LoginException e) {
            LoginException first = failure;
            if (first == null) {
                failure = e;
            } else {
                first.addSuppressed(e);
            }
        }
    }
}
