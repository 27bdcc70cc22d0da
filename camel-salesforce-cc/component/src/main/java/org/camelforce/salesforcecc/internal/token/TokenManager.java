package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.Deadlines;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when to log in, for one login identity. All callers that need a token at the same time share one login
 * (single flight). A login is made when there is no token, when the current one has been rejected, and in the
 * background before it expires; after a failure not before the backoff and the login budget allow. All methods may be
 * called from any thread and none blocks; no lock is held while a login is under way.
 */
public final class TokenManager implements SalesforceLogin, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);

    private final LoginCandidates candidates;
    private final IdentityGuard identity;
    private final TokenTime time;
    private final ScheduledExecutorService scheduler;
    private final LoginRetry attempts;
    private final ExpiryResolver expiries;
    private final TokenListeners listeners = new TokenListeners();
    private final CompletableFuture<TokenEntry> firstEntry = new CompletableFuture<>();

    private final Object lock = new Object();
    private final LoginThrottle throttle;
    private final RenewalScheduler background;
    private volatile @Nullable TokenEntry current;
    private volatile @Nullable String rejected;
    private @Nullable InFlightLogin inFlight;
    private @Nullable LoginReason lastReason;
    private @Nullable AccessToken userBefore;
    private @Nullable TokenEntry forgotten;
    private @Nullable String rejectedAgain;
    private boolean closed;

    /** How a caller gets a token: a login in flight, its attempts if it is a new one, or why there is none. */
    private record Joined(InFlightLogin inFlight, int attempts, @Nullable LoginException throttled) {}

    /**
     * @param candidates how to log in
     * @param policy the numbers; not to be changed any more
     * @param identity org and user to insist on
     * @param time clock, ticker and jitter
     * @param scheduler runs retries and renewals; stays its owner's
     */
    public TokenManager(
            LoginCandidates candidates,
            TokenPolicy policy,
            IdentityGuard identity,
            TokenTime time,
            ScheduledExecutorService scheduler) {
        this.candidates = candidates;
        this.identity = identity;
        this.time = time;
        this.scheduler = scheduler;
        LoginBudget budget = new LoginBudget(policy, time);
        this.throttle = new LoginThrottle(policy, time, budget);
        this.attempts = new LoginRetry(
                new CredentialFallback(candidates, budget, this::credentialsChanged),
                candidates,
                policy,
                time,
                scheduler);
        this.expiries = new ExpiryResolver(candidates, policy, time);
        this.background = new RenewalScheduler(new AsOwner(), candidates, expiries, throttle, policy, time, scheduler);
    }

    /** @return the token in use, empty before the first login */
    public Optional<TokenEntry> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Yields a token: the current one, after a login if there is none or it is about to expire or has been rejected. A
     * login that fails or is not due yet leaves the current one in use, because an expiry is a hint.
     *
     * @return a future of its own for every caller: cancelling it or letting it time out leaves the login alone. It
     *     fails with a {@link LoginException}, and only as long as there is no token at all.
     */
    public CompletableFuture<TokenEntry> obtain() {
        TokenEntry entry = current;
        return switch (urgency(entry)) {
            case NONE, ADVISORY -> CompletableFuture.completedFuture(entry);
            case MANDATORY -> entry == null ? join(LoginReason.INITIAL, null) : renewOrKeep(entry);
        };
    }

    /**
     * Reports that Salesforce rejected a token, and yields the one to go on with. If the rejected token has already
     * been replaced, that is the current one; otherwise a login is made, or the one under way is joined.
     *
     * @param token the rejected token's value
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> renew(String token) {
        return join(LoginReason.REJECTED, Objects.requireNonNull(token, "token"));
    }

    /**
     * Reports that Salesforce rejected the replay of a request, with a token that {@link #renew} had yielded for it. No
     * login is made for its sake: tokens that are rejected as soon as they are issued would use up the login budget.
     * The next login waits for its backoff instead.
     *
     * @param token the rejected token's value
     * @return why another login would not help, if the last one returned that same token
     */
    public Optional<LoginException> rejectedAgain(String token) {
        synchronized (lock) {
            TokenEntry entry = current;
            if (closed || entry == null || !entry.holds(token)) {
                return Optional.empty();
            }
            if (throttle.isSameTokenAgain()) {
                rejected = token;
                LoginException objection = throttle.objection();
                background.plan();
                return Optional.ofNullable(objection);
            }
            if (!token.equals(rejectedAgain)) {
                rejectedAgain = token;
                throttle.rejectedAtOnce(entry);
                background.plan();
            }
            return Optional.empty();
        }
    }

    /**
     * Reports that Salesforce said {@code URL_NOT_RESET}: the token may be good, but the org has another address now,
     * which only a login tells. If the address in use is another one already, no login is made.
     *
     * @param token the token's value
     * @param instanceUrl where the request went
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> relocate(String token, URI instanceUrl) {
        Joined joined;
        endOverdue();
        synchronized (lock) {
            TokenEntry entry = current;
            if (entry != null
                    && (!entry.holds(token) || !Relocation.isSame(entry.token().instanceUrl(), instanceUrl))) {
                return CompletableFuture.completedFuture(entry);
            }
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            joined = joinOrStart(LoginReason.RELOCATED);
            background.plan();
        }
        return resultOf(joined);
    }

    @Override
    public CompletableFuture<TokenEntry> renewNow() {
        Joined joined;
        endOverdue();
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            joined = joinOrStart(LoginReason.MANUAL);
            background.plan();
        }
        return resultOf(joined);
    }

    @Override
    public void forget() {
        synchronized (lock) {
            TokenEntry entry = current;
            forgotten = entry == null ? forgotten : entry;
            current = null;
            background.plan();
        }
    }

    /**
     * Runs an action on the thread of background renewals.
     *
     * @param action must not block
     * @throws java.util.concurrent.RejectedExecutionException if the manager is closed
     */
    public void execute(Runnable action) {
        scheduler.execute(action);
    }

    /**
     * Yields the first token, however long it takes: logins are tried in the background until one succeeds.
     *
     * @return a future that completes when there is a token; it fails only when the manager is closed before
     */
    public CompletableFuture<TokenEntry> await() {
        synchronized (lock) {
            background.want();
            background.plan();
        }
        return firstEntry.copy();
    }

    /** Says that the credentials have changed at their source: a denial of the old ones does not hold any more. */
    public void credentialsChanged() {
        synchronized (lock) {
            throttle.credentialsChanged();
            background.plan();
        }
    }

    @Override
    public TokenStatus status() {
        planAgain();
        synchronized (lock) {
            TokenEntry entry = current;
            InFlightLogin underWay = inFlight;
            boolean usable = isUsable(entry);
            return new TokenStatus(
                    entry,
                    usable,
                    entry == null
                            ? null
                            : Duration.between(
                                    entry.obtainedAt(), time.wallClock().instant()),
                    background.untilNext(),
                    lastReason,
                    throttle.lastFailure(),
                    untilNextLogin(),
                    throttle.loginsLeft(),
                    userBefore,
                    underWay == null ? null : underWay.age(now()),
                    underWay != null && isOverdue(underWay, usable));
        }
    }

    /** Whether it takes longer than all its attempts may or, if it is badly needed, than one may. */
    private boolean isOverdue(InFlightLogin underWay, boolean usable) {
        long now = now();
        return underWay.isOverdue(now) || !usable && underWay.age(now).compareTo(candidates.timeout()) > 0;
    }

    /** @param listener is called for every token put in place from now on */
    public void addListener(TokenListener listener) {
        listeners.add(listener);
    }

    /** @param listener is not called any more */
    public void removeListener(TokenListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void addEventListener(TokenEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeEventListener(TokenEventListener listener) {
        listeners.remove(listener);
    }

    /**
     * Tells when no question about the token is under way any more, so that its HTTP client can be stopped.
     *
     * @return a future of its own for every caller
     */
    public CompletableFuture<Void> untilQuiet() {
        return background.untilQuiet();
    }

    /** Ends the manager: those who wait fail, and no login is made any more. The token is left alone. */
    @Override
    public void close() {
        InFlightLogin pending;
        synchronized (lock) {
            closed = true;
            pending = inFlight;
            inFlight = null;
            background.plan();
        }
        if (pending != null) {
            pending.fail(stopped());
        }
        firstEntry.completeExceptionally(stopped());
    }

    private CompletableFuture<TokenEntry> renewOrKeep(TokenEntry entry) {
        return join(LoginReason.EXPIRING, null).exceptionally(failure -> {
            TokenEntry kept = current;
            return kept == null ? entry : kept;
        });
    }

    private CompletableFuture<TokenEntry> join(LoginReason why, @Nullable String rejectedToken) {
        Joined joined;
        TokenEntry entry;
        boolean lost;
        endOverdue();
        planAgain();
        synchronized (lock) {
            entry = current;
            if (entry != null
                    && (rejectedToken == null ? urgency(entry) == Urgency.NONE : !entry.holds(rejectedToken))) {
                return CompletableFuture.completedFuture(entry);
            }
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            // in one step with what follows, or a login in the background could come and go in between
            lost = rejectedToken != null && !rejectedToken.equals(rejected);
            if (lost) {
                rejected = rejectedToken;
                if (!Objects.equals(rejectedToken, rejectedAgain)) {
                    throttle.tokenLost();
                }
            }
            joined = joinOrStart(isRejected(entry) ? LoginReason.REJECTED : why);
            if (lost || joined.attempts() > 0) {
                background.plan();
            }
        }
        if (lost && entry != null) {
            listeners.on(new TokenEvent.TokenRejected(entry));
        }
        return resultOf(joined);
    }

    /** With no lock. */
    private CompletableFuture<TokenEntry> resultOf(Joined joined) {
        LoginException throttled = joined.throttled();
        if (throttled != null) {
            listeners.on(new TokenEvent.LoginThrottled(untilNextLogin()));
            return CompletableFuture.failedFuture(throttled);
        }
        CompletableFuture<TokenEntry> mine = joined.inFlight().result();
        if (joined.attempts() > 0) {
            start(joined.inFlight(), joined.attempts());
        }
        return mine;
    }

    /** The login under way, or a new one if a login may be made; with the lock. */
    private Joined joinOrStart(LoginReason why) {
        if (inFlight != null) {
            return new Joined(inFlight, 0, null);
        }
        LoginException objection = throttle.objection();
        int allowed = objection == null ? throttle.attempts() : 0;
        InFlightLogin next = new InFlightLogin(why, now(), attempts.limit(allowed));
        if (objection == null) {
            inFlight = next;
        }
        return new Joined(next, allowed, objection);
    }

    /** Ends the login under way if its time is up, also if the scheduler should have done so and could not. */
    private void endOverdue() {
        InFlightLogin overdue;
        synchronized (lock) {
            overdue = inFlight != null && inFlight.isOverdue(now()) ? inFlight : null;
        }
        if (overdue != null) {
            fail(overdue, overdue.giveUp());
        }
    }

    /** The scheduler may work again. */
    private void planAgain() {
        if (background.isPlanMissed()) {
            synchronized (lock) {
                background.plan();
            }
        }
    }

    /** Whatever happens on the way, the login ends. */
    private void start(InFlightLogin started, int allowed) {
        try {
            listeners.on(new TokenEvent.LoginStarted(started.reason()));
            attempts.run(allowed, started::isOver).whenComplete((login, failure) -> {
                if (failure == null) {
                    succeed(started, login);
                } else {
                    fail(started, LoginException.of(failure));
                }
            });
        } catch (Throwable e) {
            fail(started, LoginException.of(e));
        }
    }

    private void succeed(InFlightLogin succeeded, CredentialFallback.Login login) {
        try {
            // only the one login under way replaces it
            TokenEntry previous = lastEntry();
            LoginDeniedException objection =
                    identity.objection(previous == null ? null : previous.token(), login.token());
            if (objection == null) {
                install(succeeded, previous, expiries.entry(login));
            } else {
                fail(succeeded, objection);
            }
        } catch (Throwable e) {
            fail(succeeded, LoginException.of(e));
        }
    }

    private void install(InFlightLogin succeeded, @Nullable TokenEntry previous, TokenEntry entry) {
        AccessToken formerUser = IdentityGuard.formerUser(previous, entry);
        InFlightLogin ended;
        boolean ask;
        synchronized (lock) {
            if (inFlight != succeeded && !isOfUse(succeeded, entry)) {
                return;
            }
            ended = inFlight;
            current = entry;
            settle(entry);
            background.want();
            lastReason = succeeded.reason();
            userBefore = formerUser == null ? userBefore : formerUser;
            ask = background.beginAsking(entry);
            inFlight = null;
            background.plan();
        }
        try {
            listeners.installed(previous, entry, this::current);
            listeners.on(new TokenEvent.LoginSucceeded(previous, entry, succeeded.reason(), succeeded.age(now())));
            if (formerUser != null) {
                listeners.on(new TokenEvent.RunAsUserChanged(formerUser, entry.token()));
            }
        } finally {
            firstEntry.complete(entry);
            if (ended != null) {
                ended.succeed(entry);
            }
        }
        if (ask) {
            background.ask(entry, true);
        }
    }

    /**
     * A token that comes after its login was given up is used if there is no other one that works, and ends the login
     * under way; with the lock.
     */
    private boolean isOfUse(InFlightLogin late, TokenEntry entry) {
        TokenEntry inUse = current;
        TokenEntry before = inUse == null ? forgotten : inUse;
        String value = entry.token().value();
        return late.isTimeUp() && !closed && !isUsable(inUse) && (before == null || !before.holds(value));
    }

    private void settle(TokenEntry entry) {
        if (isRejected(entry)) {
            throttle.sameTokenAgain(entry);
        } else {
            throttle.succeeded();
        }
        rejected = null;
    }

    private void fail(InFlightLogin failed, LoginException failure) {
        try {
            // a source that hangs must not keep a login from being given up
            Object seen = failed.isTimeUp() ? null : background.versionRead();
            tellFailure(failed, failure, seen);
        } catch (Throwable e) {
            LOG.error("The failure of a login could not be recorded", e);
            synchronized (lock) {
                if (inFlight == failed) {
                    inFlight = null;
                    background.plan();
                }
            }
        } finally {
            failed.fail(failure);
        }
    }

    private void tellFailure(InFlightLogin failed, LoginException failure, @Nullable Object seen) {
        boolean usable;
        Duration next;
        synchronized (lock) {
            if (inFlight != failed) {
                return;
            }
            inFlight = null;
            usable = isUsable(current);
            throttle.failed(failure, untilMandatory(current));
            background.remember(seen);
            next = untilNextLogin();
            background.plan();
        }
        Duration took = failed.age(now());
        listeners.on(
                failure instanceof LoginDeniedException denial
                        ? new TokenEvent.LoginDenied(denial, failed.reason(), usable, next, took)
                        : new TokenEvent.LoginFailed(failure, failed.reason(), usable, next, took));
    }

    private TokenEntry extend(TokenEntry entry, Instant expiresAt) {
        TokenEntry extended = expiries.extended(entry, expiresAt);
        synchronized (lock) {
            if (current != entry) {
                return entry;
            }
            current = extended;
        }
        listeners.on(new TokenEvent.ExpiryExtended(entry, extended));
        return extended;
    }

    /** The token in use, or else the one that was forgotten: the org must not change in between. */
    private @Nullable TokenEntry lastEntry() {
        synchronized (lock) {
            TokenEntry entry = current;
            return entry == null ? forgotten : entry;
        }
    }

    private Urgency urgency(@Nullable TokenEntry entry) {
        return RefreshDecision.urgency(entry, now(), rejected);
    }

    private boolean isRejected(@Nullable TokenEntry entry) {
        return entry != null && entry.holds(rejected);
    }

    private boolean isUsable(@Nullable TokenEntry entry) {
        return entry != null && !isRejected(entry);
    }

    /** Zero if there is no token that works; a day if nothing is known. */
    private Duration untilMandatory(@Nullable TokenEntry entry) {
        if (entry == null || isRejected(entry)) {
            return Duration.ZERO;
        }
        Deadlines deadlines = entry.deadlines();
        return deadlines == null ? Duration.ofDays(1) : Duration.ofNanos(Math.max(0, deadlines.mandatoryAt() - now()));
    }

    private Duration untilNextLogin() {
        synchronized (lock) {
            return throttle.untilNext();
        }
    }

    private long now() {
        return time.ticker().getAsLong();
    }

    private static LoginUnavailableException stopped() {
        return new LoginUnavailableException(Reason.STOPPED, "The component is stopping", 0, null, null);
    }

    private final class AsOwner implements RenewalScheduler.Owner {

        @Override
        public Object lock() {
            return lock;
        }

        @Override
        public @Nullable TokenEntry current() {
            return current;
        }

        @Override
        public boolean isRejected(@Nullable TokenEntry entry) {
            return TokenManager.this.isRejected(entry);
        }

        @Override
        public boolean isIdle() {
            return !closed && inFlight == null;
        }

        @Override
        public @Nullable Duration untilOverdue() {
            InFlightLogin underWay = inFlight;
            return underWay == null ? null : underWay.left(now());
        }

        @Override
        public void endOverdue() {
            TokenManager.this.endOverdue();
        }

        @Override
        public void login(LoginReason why, @Nullable String rejectedToken) {
            // whoever waits for it hears of its outcome, and so do the listeners
            join(why, rejectedToken);
        }

        @Override
        public TokenEntry extend(TokenEntry entry, Instant expiresAt) {
            return TokenManager.this.extend(entry, expiresAt);
        }
    }
}
