package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.SalesforceLogin;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out the token of one login identity. {@link TokenTransitions} decides when to log in; this class holds the
 * state and the lock, plans what {@link RenewalPlan} wants done in the background, and has {@link EffectRunner} carry
 * out the rest. All callers that need a token at the same time share one login (single flight). All methods may be
 * called from any thread and none blocks; no lock is held while a login is under way.
 */
public final class TokenManager implements SalesforceLogin, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenManager.class);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(5);

    private final LoginCandidates candidates;
    private final TokenTime time;
    private final ScheduledExecutorService scheduler;
    private final LoginBudget budget;
    private final TokenTransitions transitions;
    private final RenewalPlan renewals;
    private final TokenListeners listeners = new TokenListeners();
    private final EffectRunner effects;

    private final Object lock = new Object();
    private final RenewalTimer timer;
    private volatile TokenState state;

    /** What a step leads to: a token, a future of the caller's own, or why there is none; or nothing. */
    private record Result(TokenStep.@Nullable Answer answer, @Nullable CompletableFuture<TokenEntry> outcome) {}

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
        this.time = time;
        this.scheduler = scheduler;
        this.budget = new LoginBudget(policy, time);
        this.transitions = new TokenTransitions(policy, identity);
        this.renewals = new RenewalPlan(policy);
        this.timer = new RenewalTimer(scheduler, this::wake);
        this.state = TokenState.initial(policy);
        CredentialFallback round = new CredentialFallback(candidates, budget, this::credentialsChanged);
        this.effects = new EffectRunner(
                candidates,
                new LoginRetry(round, policy, time, scheduler),
                new ExpiryResolver(candidates, policy, time),
                listeners,
                this::current,
                this::on);
    }

    /** @return the token in use, empty before the first login */
    public Optional<TokenEntry> current() {
        HeldToken held = state.current();
        return held == null ? Optional.empty() : Optional.of(held.entry());
    }

    /**
     * Yields a token: the current one, after a login if there is none or it is about to expire or has been rejected. A
     * login that fails or is not due yet leaves the current one in use, because an expiry is a hint.
     *
     * @return a future of its own for every caller: cancelling it or letting it time out leaves the login alone. It
     *     fails with a {@link LoginException}, and only as long as there is no token at all.
     */
    public CompletableFuture<TokenEntry> obtain() {
        TokenState now = state;
        HeldToken held = now.current();
        if (held == null) {
            return tokenAfter(new TokenTrigger.Needed(LoginReason.INITIAL));
        }
        return now.urgency(time.ticker().getAsLong()) == Urgency.MANDATORY
                ? renewOrKeep(held.entry())
                : CompletableFuture.completedFuture(held.entry());
    }

    private CompletableFuture<TokenEntry> renewOrKeep(TokenEntry entry) {
        return tokenAfter(new TokenTrigger.Needed(LoginReason.EXPIRING))
                .exceptionally(failure -> current().orElse(entry));
    }

    /**
     * Reports that Salesforce rejected a token, and yields the one to go on with. If the rejected token has already
     * been replaced, that is the current one; otherwise a login is made, or the one under way is joined.
     *
     * @param token the rejected token's value
     * @return a future of its own for every caller. It fails with a {@link LoginException}.
     */
    public CompletableFuture<TokenEntry> renew(String token) {
        Objects.requireNonNull(token, "token");
        TokenState now = state;
        HeldToken held = now.current();
        // many requests are rejected with one token, and all but the first come here when it has been replaced
        return held != null && !held.holds(token) && now.login() == null && !timer.isMissed()
                ? CompletableFuture.completedFuture(held.entry())
                : tokenAfter(new TokenTrigger.Rejected(token));
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
        return apply(new TokenTrigger.RejectedAgain(token)).answer() instanceof TokenStep.Answer.Fail failed
                ? Optional.of(failed.failure())
                : Optional.empty();
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
        return tokenAfter(new TokenTrigger.OrgMoved(token, instanceUrl));
    }

    @Override
    public CompletableFuture<TokenEntry> renewNow() {
        return tokenAfter(new TokenTrigger.RenewalOrdered());
    }

    @Override
    public void forget() {
        on(new TokenTrigger.Forgotten());
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
        on(new TokenTrigger.Awaited());
        return effects.firstToken();
    }

    /** Says that the credentials have changed at their source: a denial of the old ones does not hold any more. */
    public void credentialsChanged() {
        on(new TokenTrigger.CredentialsChanged());
    }

    @Override
    public TokenStatus status() {
        synchronized (lock) {
            Moment at = moment();
            planAgainIfMissed(at);
            return state.status(at, time.wallClock(), timer.untilWork(at.now()));
        }
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
        synchronized (lock) {
            Question question = state.question();
            return question == null ? CompletableFuture.completedFuture(null) : effects.endOf(question);
        }
    }

    /** Ends the manager: those who wait fail, and no login is made any more. The token is left alone. */
    @Override
    public void close() {
        on(new TokenTrigger.Closed());
    }

    /** Where it stands, for tests. */
    TokenState state() {
        return state;
    }

    private void on(TokenTrigger trigger) {
        apply(trigger);
    }

    private CompletableFuture<TokenEntry> tokenAfter(TokenTrigger trigger) {
        Result result;
        try {
            result = apply(trigger);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(LoginException.of(e));
        }
        if (result.outcome() != null) {
            return result.outcome();
        }
        if (result.answer() instanceof TokenStep.Answer.Use use) {
            return CompletableFuture.completedFuture(use.entry());
        }
        if (result.answer() instanceof TokenStep.Answer.Fail failed) {
            return CompletableFuture.failedFuture(failed.failure());
        }
        throw new IllegalStateException("no answer to " + trigger);
    }

    /** The one place where the state changes. What is to be done is done without the lock. */
    private Result apply(TokenTrigger trigger) {
        TokenStep step;
        Result result;
        synchronized (lock) {
            Moment at = moment();
            planAgainIfMissed(at);
            step = transitions.after(state, trigger, at);
            effects.prepare(step.effects());
            state = step.state();
            if (step.plans()) {
                plan(at);
            }
            result = new Result(
                    step.answer(),
                    step.answer() instanceof TokenStep.Answer.Wait wait ? effects.outcomeOf(wait.login()) : null);
        }
        if (!effects.run(step.effects())) {
            wakeAfterError();
        }
        return result;
    }

    private Moment moment() {
        return new Moment(time.ticker().getAsLong(), candidates.timeout(), budget.now(), time.jitter());
    }

    /** The scheduler may work again. */
    private void planAgainIfMissed(Moment at) {
        if (timer.isMissed()) {
            plan(at);
        }
    }

    /** With the lock. */
    private void plan(Moment at) {
        try {
            timer.plan(renewals.next(state, at), at.now());
        } catch (Throwable e) {
            LOG.error("The next login in the background cannot be planned; it is tried again", e);
            timer.in(AFTER_ERROR);
        }
    }

    /** Whatever is thrown, there is a next time. */
    private void wake() {
        try {
            on(new TokenTrigger.Woken());
        } catch (Throwable e) {
            LOG.error("The renewal of the access token in the background failed; it is tried again", e);
            wakeAfterError();
        }
    }

    private void wakeAfterError() {
        synchronized (lock) {
            timer.in(AFTER_ERROR);
        }
    }
}
