package org.camelforce.salesforcecc.token;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.auth.RejectionReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when to log in, for one login identity. All callers that need a token at the same time share one login
 * (single flight); a login is made when there is no token or when the current one has been rejected, and after a
 * failure not before its pace allows. All methods may be called from any thread and none blocks; no lock is held while
 * a login is under way.
 */
public final class TokenManager implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);
    private static final int ATTEMPTS = 3;

    private final LoginAttempts attempts;
    private final ScheduledExecutorService scheduler;
    private final TokenTime time;
    private final List<TokenListener> listeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<TokenEntry> firstEntry = new CompletableFuture<>();

    private final Object lock = new Object();
    private final Pace pace;
    private volatile @Nullable TokenEntry current;
    private @Nullable CompletableFuture<TokenEntry> flight;
    private @Nullable String rejected;
    private boolean persistent;
    private boolean retryScheduled;
    private boolean closed;

    /**
     * @param strategy how to log in
     * @param time clock, ticker and jitter
     * @param scheduler runs retries; stays its owner's
     */
    public TokenManager(AuthenticationStrategy strategy, TokenTime time, ScheduledExecutorService scheduler) {
        this.attempts = new LoginAttempts(strategy, scheduler, time.jitter());
        this.time = time;
        this.scheduler = scheduler;
        this.pace = new Pace(time);
    }

    /** @return the token in use, empty before the first login */
    public Optional<TokenEntry> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Yields a token, after a login if there is none.
     *
     * @return a future of its own for every caller: cancelling it or letting it time out leaves the login alone. It
     *     fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> obtain() {
        TokenEntry entry = current;
        return entry != null ? CompletableFuture.completedFuture(entry) : join(null);
    }

    /**
     * Reports that Salesforce refused a token, and yields the one to go on with. If the refused token has already been
     * replaced, that is the current one; otherwise a login is made, or the one under way is joined.
     *
     * @param token the refused token's value
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> renew(String token) {
        return join(Objects.requireNonNull(token, "token"));
    }

    /**
     * Yields the first token, however long it takes: logins are tried in the background until one succeeds.
     *
     * @return a future that completes when there is a token; it fails only when the manager is closed before
     */
    public CompletableFuture<TokenEntry> await() {
        synchronized (lock) {
            persistent = true;
        }
        tryAgainLater();
        return firstEntry.copy();
    }

    /** @param listener hears of every token put in place from now on */
    public void addListener(TokenListener listener) {
        listeners.add(listener);
    }

    /** @param listener hears no more */
    public void removeListener(TokenListener listener) {
        listeners.remove(listener);
    }

    /** Ends the manager: those who wait fail, and no login is made any more. The token is left alone. */
    @Override
    public void close() {
        CompletableFuture<TokenEntry> pending;
        synchronized (lock) {
            closed = true;
            pending = flight;
            flight = null;
        }
        if (pending != null) {
            pending.completeExceptionally(stopped());
        }
        firstEntry.completeExceptionally(stopped());
    }

    private CompletableFuture<TokenEntry> join(@Nullable String refused) {
        CompletableFuture<TokenEntry> started;
        int allowed;
        synchronized (lock) {
            TokenEntry entry = current;
            if (entry != null && (refused == null || !entry.holds(refused))) {
                return CompletableFuture.completedFuture(entry);
            }
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            if (refused != null) {
                rejected = refused;
            }
            if (flight != null) {
                return flight.copy();
            }
            if (!pace.untilNextAttempt().isZero()) {
                return CompletableFuture.failedFuture(pace.refusal());
            }
            allowed = pace.isPaced() ? 1 : ATTEMPTS;
            started = new CompletableFuture<>();
            flight = started;
        }
        CompletableFuture<TokenEntry> mine = started.copy();
        take(started, allowed);
        return mine;
    }

    private void take(CompletableFuture<TokenEntry> started, int allowed) {
        CompletableFuture<AccessToken> login = attempts.run(allowed);
        login.whenComplete((token, failure) -> {
            if (failure == null) {
                land(started, token);
            } else {
                fail(started, (LoginException) failure);
            }
        });
        // a flight that close() has ended takes its remaining attempts along
        started.whenComplete((entry, failure) -> login.completeExceptionally(stopped()));
    }

    private void land(CompletableFuture<TokenEntry> landed, AccessToken token) {
        TokenEntry entry = new TokenEntry(token, time.wallClock().instant());
        // only the one flight under way replaces it
        TokenEntry previous = current;
        if (previous != null && isOtherOrg(previous.token(), token)) {
            fail(landed, differentOrg(previous.token(), token));
            return;
        }
        synchronized (lock) {
            if (flight != landed) {
                return;
            }
            flight = null;
            current = entry;
            settle(token);
        }
        report(previous, entry);
        try {
            listeners.forEach(listener -> notify(listener, previous, entry));
        } finally {
            firstEntry.complete(entry);
            landed.complete(entry);
        }
    }

    /**
     * A login because of a rejection that returns the rejected token is a failed renewal, or it would go on for ever.
     */
    private void settle(AccessToken token) {
        if (token.value().equals(rejected)) {
            pace.failed(new LoginUnavailableException(
                    Reason.SAME_TOKEN_AGAIN,
                    "Salesforce refused the access token " + token.fingerprint()
                            + " and returned the same one at the next login. The session may be locked to another IP address"
                            + " (Setup > Session Settings, field Lock sessions to the IP address from which they originated)"
                            + " or blocked by API Access Control",
                    401,
                    null,
                    null));
        } else {
            pace.succeeded();
            rejected = null;
        }
        persistent = false;
    }

    private void fail(CompletableFuture<TokenEntry> failed, LoginException failure) {
        synchronized (lock) {
            if (flight != failed) {
                return;
            }
            flight = null;
            pace.failed(failure);
        }
        LOG.warn("{}", failure.getMessage());
        failed.completeExceptionally(failure);
        tryAgainLater();
    }

    private void tryAgainLater() {
        long delay;
        synchronized (lock) {
            if (closed || !persistent || retryScheduled || current != null || flight != null) {
                return;
            }
            retryScheduled = true;
            delay = pace.untilNextAttempt().toNanos();
        }
        try {
            scheduler.schedule(this::tryInBackground, delay, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No further login in the background: the scheduler has ended");
        }
    }

    private void tryInBackground() {
        synchronized (lock) {
            retryScheduled = false;
        }
        if (obtain().isCompletedExceptionally()) {
            tryAgainLater();
        }
    }

    private static void notify(TokenListener listener, @Nullable TokenEntry previous, TokenEntry entry) {
        try {
            listener.tokenInstalled(previous, entry);
        } catch (RuntimeException e) {
            LOG.warn("A token listener failed: {}", e.toString());
        }
    }

    private static void report(@Nullable TokenEntry previous, TokenEntry entry) {
        AccessToken token = entry.token();
        LOG.info(
                "Logged in to org {} at {} as user {}, access token {}",
                token.orgId(),
                token.instanceUrl(),
                token.userId(),
                token.fingerprint());
        if (previous != null && !Objects.equals(previous.token().userId(), token.userId())) {
            LOG.warn(
                    "The Run As user has changed from {} to {}",
                    previous.token().userId(),
                    token.userId());
        }
    }

    private static boolean isOtherOrg(AccessToken before, AccessToken now) {
        String old = before.orgId();
        String org = now.orgId();
        return old != null && org != null && !old.regionMatches(0, org, 0, 15);
    }

    private static LoginRejectedException differentOrg(AccessToken before, AccessToken now) {
        return new LoginRejectedException(
                RejectionReason.DIFFERENT_ORG,
                "The login returned a token of org " + now.orgId() + ", but this component is connected to org "
                        + before.orgId(),
                200);
    }

    private static LoginUnavailableException stopped() {
        return new LoginUnavailableException(Reason.STOPPED, "The component is stopping", 0, null, null);
    }
}
