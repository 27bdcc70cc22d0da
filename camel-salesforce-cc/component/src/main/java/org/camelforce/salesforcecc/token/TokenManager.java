package org.camelforce.salesforcecc.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginCandidates;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when to log in, for one login identity. All callers that need a token at the same time share one login
 * (single flight). A login is made when there is no token, when the current one has been rejected, and in the
 * background before it expires; after a failure not before its pace and the login budget allow. All methods may be
 * called from any thread and none blocks; no lock is held while a login is under way.
 */
public final class TokenManager implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);

    private final LoginCandidates candidates;
    private final IdentityWatch identity;
    private final TokenTime time;
    private final ScheduledExecutorService scheduler;
    private final LoginAttempts attempts;
    private final ExpiryWatch expiries;
    private final TokenListeners listeners = new TokenListeners();
    private final CompletableFuture<TokenEntry> firstEntry = new CompletableFuture<>();

    private final Object lock = new Object();
    private final LoginGate gate;
    private final BackgroundRenewal background;
    private volatile @Nullable TokenEntry current;
    private volatile @Nullable String rejected;
    private @Nullable Flight flight;
    private @Nullable LoginReason lastReason;
    private @Nullable AccessToken userBefore;
    private @Nullable TokenEntry forgotten;
    private @Nullable String refusedAgain;
    private boolean closed;

    /** How a caller gets a token: a flight, how often it may still try if it is a new one, or why there is none. */
    private record Boarding(Flight flight, int attempts, @Nullable LoginException turnedAway) {}

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
            IdentityWatch identity,
            TokenTime time,
            ScheduledExecutorService scheduler) {
        this.candidates = candidates;
        this.identity = identity;
        this.time = time;
        this.scheduler = scheduler;
        LoginBudget budget = new LoginBudget(policy, time);
        this.gate = new LoginGate(policy, time, budget);
        this.attempts = new LoginAttempts(
                new LoginRound(candidates, budget, this::credentialsChanged), candidates, policy, time, scheduler);
        this.expiries = new ExpiryWatch(candidates, policy, time);
        this.background = new BackgroundRenewal(new AsOwner(), candidates, expiries, gate, policy, time, scheduler);
    }

    /** @return the token in use, empty before the first login */
    public Optional<TokenEntry> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Yields a token: the current one, after a login if there is none or it is about to expire or has been refused. A
     * login that fails or is not due yet leaves the current one in use, because an expiry is a hint.
     *
     * @return a future of its own for every caller: cancelling it or letting it time out leaves the login alone. It
     *     fails with a {@link LoginException}, and only as long as there is no token at all.
     */
    public CompletableFuture<TokenEntry> obtain() {
        TokenEntry entry = current;
        return switch (urgency(entry)) {
            case NONE, ADVISORY -> CompletableFuture.completedFuture(entry);
            case MANDATORY -> entry == null ? join(LoginReason.FIRST, null) : renewOrKeep(entry);
        };
    }

    /**
     * Reports that Salesforce refused a token, and yields the one to go on with. If the refused token has already been
     * replaced, that is the current one; otherwise a login is made, or the one under way is joined.
     *
     * @param token the refused token's value
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> renew(String token) {
        return join(LoginReason.REJECTED, Objects.requireNonNull(token, "token"));
    }

    /**
     * Reports that Salesforce refused the replay of a request, with a token that {@link #renew} had yielded for it. No
     * login is made for its sake: tokens that are refused as soon as they are issued would use up the login budget. The
     * next login waits for its pace instead.
     *
     * @param token the refused token's value
     * @return why another login would not help, if the last one returned that same token
     */
    public Optional<LoginException> refusedAgain(String token) {
        synchronized (lock) {
            TokenEntry entry = current;
            if (closed || entry == null || !entry.holds(token)) {
                return Optional.empty();
            }
            if (gate.isSameTokenAgain()) {
                rejected = token;
                LoginException objection = gate.objection();
                background.plan();
                return Optional.ofNullable(objection);
            }
            if (!token.equals(refusedAgain)) {
                refusedAgain = token;
                gate.refusedAtOnce(entry);
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
        Boarding boarding;
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
            boarding = board(LoginReason.RELOCATED);
            background.plan();
        }
        return taken(boarding);
    }

    /**
     * Makes a login although the token in use may be good, for those who operate an integration. The token stays in use
     * until there is another one; pace and login budget hold as always.
     *
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> renewNow() {
        Boarding boarding;
        endOverdue();
        synchronized (lock) {
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            boarding = board(LoginReason.ORDERED);
            background.plan();
        }
        return taken(boarding);
    }

    /**
     * Forgets the token in use, without a word to Salesforce: the next request, or whoever waits in the background,
     * logs in anew.
     */
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

    /** Says that the credentials have changed at their source: a refusal of the old ones does not hold any more. */
    public void credentialsChanged() {
        synchronized (lock) {
            gate.credentialsChanged();
            background.plan();
        }
    }

    /** @return what there is to say about this login now */
    public TokenStatus status() {
        planAgain();
        synchronized (lock) {
            TokenEntry entry = current;
            Flight underWay = flight;
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
                    gate.lastFailure(),
                    untilNextLogin(),
                    gate.loginsLeft(),
                    userBefore,
                    underWay == null ? null : underWay.age(now()),
                    underWay != null && isOverdue(underWay, usable));
        }
    }

    /** Whether it takes longer than all its attempts may or, if it is badly needed, than one may. */
    private boolean isOverdue(Flight underWay, boolean usable) {
        long now = now();
        return underWay.isOverdue(now) || !usable && underWay.age(now).compareTo(candidates.timeout()) > 0;
    }

    /** @param listener hears of every token put in place from now on */
    public void addListener(TokenListener listener) {
        listeners.add(listener);
    }

    /** @param listener hears no more */
    public void removeListener(TokenListener listener) {
        listeners.remove(listener);
    }

    /** @param listener hears of every transition from now on */
    public void addEventListener(TokenEventListener listener) {
        listeners.add(listener);
    }

    /** @param listener hears no more */
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
        Flight pending;
        synchronized (lock) {
            closed = true;
            pending = flight;
            flight = null;
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

    private CompletableFuture<TokenEntry> join(LoginReason why, @Nullable String refused) {
        Boarding boarding;
        TokenEntry entry;
        boolean lost;
        endOverdue();
        planAgain();
        synchronized (lock) {
            entry = current;
            if (entry != null && (refused == null ? urgency(entry) == Urgency.NONE : !entry.holds(refused))) {
                return CompletableFuture.completedFuture(entry);
            }
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            // in one step with what follows, or a login in the background could come and go in between
            lost = refused != null && !refused.equals(rejected);
            if (lost) {
                rejected = refused;
                if (!Objects.equals(refused, refusedAgain)) {
                    gate.tokenLost();
                }
            }
            boarding = board(isRejected(entry) ? LoginReason.REJECTED : why);
            if (lost || boarding.attempts() > 0) {
                background.plan();
            }
        }
        if (lost && entry != null) {
            listeners.on(new TokenEvent.Rejected(entry));
        }
        return taken(boarding);
    }

    /** With no lock. */
    private CompletableFuture<TokenEntry> taken(Boarding boarding) {
        LoginException turnedAway = boarding.turnedAway();
        if (turnedAway != null) {
            listeners.on(new TokenEvent.Paced(untilNextLogin()));
            return CompletableFuture.failedFuture(turnedAway);
        }
        CompletableFuture<TokenEntry> mine = boarding.flight().seat();
        if (boarding.attempts() > 0) {
            take(boarding.flight(), boarding.attempts());
        }
        return mine;
    }

    /** The flight under way, or a new one if a login may be made; with the lock. */
    private Boarding board(LoginReason why) {
        if (flight != null) {
            return new Boarding(flight, 0, null);
        }
        LoginException objection = gate.objection();
        int allowed = objection == null ? gate.attempts() : 0;
        Flight next = new Flight(why, now(), attempts.limit(allowed));
        if (objection == null) {
            flight = next;
        }
        return new Boarding(next, allowed, objection);
    }

    /** Ends the flight under way if its time is up, also if the scheduler should have done so and could not. */
    private void endOverdue() {
        Flight overdue;
        synchronized (lock) {
            overdue = flight != null && flight.isOverdue(now()) ? flight : null;
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

    /** Whatever happens on the way, the flight ends. */
    private void take(Flight started, int allowed) {
        try {
            listeners.on(new TokenEvent.Begun(started.reason()));
            attempts.run(allowed, started::isOver).whenComplete((login, failure) -> {
                if (failure == null) {
                    land(started, login);
                } else {
                    fail(started, LoginException.of(failure));
                }
            });
        } catch (Throwable e) {
            fail(started, LoginException.of(e));
        }
    }

    private void land(Flight landed, LoginRound.Login login) {
        try {
            // only the one flight under way replaces it
            TokenEntry previous = lastEntry();
            LoginRejectedException objection =
                    identity.objection(previous == null ? null : previous.token(), login.token());
            if (objection == null) {
                install(landed, previous, expiries.entry(login));
            } else {
                fail(landed, objection);
            }
        } catch (Throwable e) {
            fail(landed, LoginException.of(e));
        }
    }

    private void install(Flight landed, @Nullable TokenEntry previous, TokenEntry entry) {
        AccessToken formerUser = IdentityWatch.formerUser(previous, entry);
        Flight ended;
        boolean ask;
        synchronized (lock) {
            if (flight != landed && !isOfUse(landed, entry)) {
                return;
            }
            ended = flight;
            current = entry;
            settle(entry);
            background.want();
            lastReason = landed.reason();
            userBefore = formerUser == null ? userBefore : formerUser;
            ask = background.beginAsking(entry);
            flight = null;
            background.plan();
        }
        try {
            listeners.installed(previous, entry, this::current);
            listeners.on(new TokenEvent.Obtained(previous, entry, landed.reason(), landed.age(now())));
            if (formerUser != null) {
                listeners.on(new TokenEvent.RunAsUserChanged(formerUser, entry.token()));
            }
        } finally {
            firstEntry.complete(entry);
            if (ended != null) {
                ended.land(entry);
            }
        }
        if (ask) {
            background.ask(entry, true);
        }
    }

    /**
     * A token that comes after its flight was given up is used if there is no other one that works, and ends the flight
     * under way; with the lock.
     */
    private boolean isOfUse(Flight late, TokenEntry entry) {
        TokenEntry inUse = current;
        TokenEntry before = inUse == null ? forgotten : inUse;
        String value = entry.token().value();
        return late.isTimeUp() && !closed && !isUsable(inUse) && (before == null || !before.holds(value));
    }

    private void settle(TokenEntry entry) {
        if (isRejected(entry)) {
            gate.sameTokenAgain(entry);
        } else {
            gate.succeeded();
        }
        rejected = null;
    }

    private void fail(Flight failed, LoginException failure) {
        try {
            // a source that hangs must not keep a flight from being given up
            Object seen = failed.isTimeUp() ? null : background.versionRead();
            tellFailure(failed, failure, seen);
        } catch (Throwable e) {
            LOG.error("The failure of a login could not be recorded", e);
            synchronized (lock) {
                if (flight == failed) {
                    flight = null;
                    background.plan();
                }
            }
        } finally {
            failed.fail(failure);
        }
    }

    private void tellFailure(Flight failed, LoginException failure, @Nullable Object seen) {
        boolean usable;
        Duration next;
        synchronized (lock) {
            if (flight != failed) {
                return;
            }
            flight = null;
            usable = isUsable(current);
            gate.failed(failure, untilMandatory(current));
            background.remember(seen);
            next = untilNextLogin();
            background.plan();
        }
        Duration took = failed.age(now());
        listeners.on(
                failure instanceof LoginRejectedException refusal
                        ? new TokenEvent.Refused(refusal, failed.reason(), usable, next, took)
                        : new TokenEvent.RenewalFailed(failure, failed.reason(), usable, next, took));
    }

    private TokenEntry extend(TokenEntry entry, Instant expiresAt) {
        TokenEntry extended = expiries.extended(entry, expiresAt);
        synchronized (lock) {
            if (current != entry) {
                return entry;
            }
            current = extended;
        }
        listeners.on(new TokenEvent.Extended(entry, extended));
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
            return gate.untilNext();
        }
    }

    private long now() {
        return time.ticker().getAsLong();
    }

    private static LoginUnavailableException stopped() {
        return new LoginUnavailableException(Reason.STOPPED, "The component is stopping", 0, null, null);
    }

    private final class AsOwner implements BackgroundRenewal.Owner {

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
            return !closed && flight == null;
        }

        @Override
        public @Nullable Duration untilOverdue() {
            Flight underWay = flight;
            return underWay == null ? null : underWay.left(now());
        }

        @Override
        public void endOverdue() {
            TokenManager.this.endOverdue();
        }

        @Override
        public void login(LoginReason why, @Nullable String refused) {
            // whoever waits for it hears of its outcome, and so do the listeners
            join(why, refused);
        }

        @Override
        public TokenEntry extend(TokenEntry entry, Instant expiresAt) {
            return TokenManager.this.extend(entry, expiresAt);
        }
    }
}
