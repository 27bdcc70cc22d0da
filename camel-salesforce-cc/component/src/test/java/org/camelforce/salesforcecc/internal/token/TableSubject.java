package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.camelforce.salesforcecc.token.TokenStatus;

/** The table alone: no lock, no manager, and every step is held to the rules. Used by one thread. */
final class TableSubject implements VectorSubject {

    private final LoginCandidates candidates;
    private final TokenTime time;
    private final LoginBudget budget;
    private final TokenTransitions transitions;
    private final RenewalPlan renewals;
    private final RenewalTimer timer;
    private final TokenListeners listeners = new TokenListeners();
    private final EffectRunner effects;
    private TokenState state;

    TableSubject(
            LoginCandidates candidates,
            TokenPolicy policy,
            IdentityGuard identity,
            TokenTime time,
            ManualScheduler scheduler) {
        this.candidates = candidates;
        this.time = time;
        this.budget = new LoginBudget(policy, time);
        this.transitions = new TokenTransitions(policy, identity);
        this.renewals = new RenewalPlan(policy);
        this.timer = new RenewalTimer(scheduler, () -> apply(new TokenTrigger.Woken()));
        this.state = TokenState.initial(policy);
        CredentialFallback round =
                new CredentialFallback(candidates, budget, () -> apply(new TokenTrigger.CredentialsChanged()));
        this.effects = new EffectRunner(
                candidates,
                new LoginRetry(round, policy, time, scheduler),
                new ExpiryResolver(candidates, policy, time),
                listeners,
                () -> Optional.ofNullable(state.current()).map(HeldToken::entry),
                this::apply);
    }

    @Override
    public CompletableFuture<TokenEntry> obtain() {
        HeldToken held = state.current();
        if (state.urgency(time.ticker().getAsLong()) != Urgency.MANDATORY) {
            return CompletableFuture.completedFuture(held.entry());
        }
        return held == null
                ? after(new TokenTrigger.Needed(LoginReason.INITIAL))
                : after(new TokenTrigger.Needed(LoginReason.EXPIRING))
                        .exceptionally(failure -> state.current().entry());
    }

    @Override
    public CompletableFuture<TokenEntry> await() {
        apply(new TokenTrigger.Awaited());
        return effects.firstToken();
    }

    @Override
    public CompletableFuture<TokenEntry> renew(String token) {
        return after(new TokenTrigger.Rejected(token));
    }

    @Override
    public Optional<LoginException> rejectedAgain(String token) {
        return apply(new TokenTrigger.RejectedAgain(token)).answer() instanceof TokenStep.Answer.Fail refused
                ? Optional.of(refused.failure())
                : Optional.empty();
    }

    @Override
    public CompletableFuture<TokenEntry> relocate(String token, URI instanceUrl) {
        return after(new TokenTrigger.OrgMoved(token, instanceUrl));
    }

    @Override
    public TokenState state() {
        return state;
    }

    @Override
    public TokenStatus status() {
        Moment at = moment();
        planAgainIfMissed(at);
        return state.status(at, time.wallClock(), timer.untilWork(at.now()));
    }

    @Override
    public void addEventListener(TokenEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        apply(new TokenTrigger.Closed());
    }

    private CompletableFuture<TokenEntry> after(TokenTrigger trigger) {
        CompletableFuture<TokenEntry> answer = new CompletableFuture<>();
        TokenStep step = take(trigger);
        if (step.answer() instanceof TokenStep.Answer.Wait wait) {
            answer = effects.outcomeOf(wait.login());
        } else if (step.answer() instanceof TokenStep.Answer.Use use) {
            answer.complete(use.entry());
        } else if (step.answer() instanceof TokenStep.Answer.Fail refuse) {
            answer.completeExceptionally(refuse.failure());
        }
        effects.run(step.effects());
        return answer;
    }

    private TokenStep apply(TokenTrigger trigger) {
        TokenStep step = take(trigger);
        effects.run(step.effects());
        return step;
    }

    private TokenStep take(TokenTrigger trigger) {
        Moment at = moment();
        planAgainIfMissed(at);
        TokenStep step = TokenRules.step(transitions, state, trigger, at);
        state = step.state();
        effects.prepare(step.effects());
        if (step.plans()) {
            timer.plan(renewals.next(state, at), at.now());
        }
        return step;
    }

    private void planAgainIfMissed(Moment at) {
        if (timer.isMissed()) {
            timer.plan(renewals.next(state, at), at.now());
        }
    }

    private Moment moment() {
        return new Moment(time.ticker().getAsLong(), candidates.timeout(), budget.now(), time.jitter());
    }
}
