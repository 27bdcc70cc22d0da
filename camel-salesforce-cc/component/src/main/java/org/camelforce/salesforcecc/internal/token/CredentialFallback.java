package org.camelforce.salesforcecc.internal.token;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.jspecify.annotations.Nullable;

/**
 * One try of a login with the credentials that may work: the pair that worked last comes first, and a denied one is
 * followed by the next. Before a denied login becomes final, the credentials are read once more. After every one of
 * them has been denied, a round tries one in turn, so that a rotation does not spend the login budget. Used by one
 * login at a time, from any thread.
 */
final class CredentialFallback {

    private final LoginCandidates candidates;
    private final LoginBudget budget;
    private final Runnable onOtherCredentials;

    private final Set<String> known = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private @Nullable String worked;
    private int turn;

    /** @param onOtherCredentials called when a round finds credentials that were not there before */
    CredentialFallback(LoginCandidates candidates, LoginBudget budget, Runnable onOtherCredentials) {
        this.candidates = candidates;
        this.budget = budget;
        this.onOtherCredentials = onOtherCredentials;
    }

    /** What a round has led to: a token, and the name of the credentials that yielded it. */
    record Login(AccessToken token, String candidate) {}

    CompletableFuture<Login> run() {
        return read().thenCompose(found -> {
            List<LoginCandidate> fresh = notDenied(found);
            return fresh.isEmpty() && !found.isEmpty()
                    ? tryFrom(List.of(nextInTurn(found)), 0, null, null)
                    : tryFrom(fresh, 0, null, new HashSet<>());
        });
    }

    /** @param tried names tried in this round, null if the credentials are not to be read again */
    private CompletableFuture<Login> tryFrom(
            List<LoginCandidate> left, int next, @Nullable LoginException denial, @Nullable Set<String> tried) {
        if (next == left.size()) {
            return denial == null || tried == null ? failed(denial) : readAgain(left, denial, tried);
        }
        if (budget.left() == 0) {
            return failed(denial == null ? budget.throttled() : denial);
        }
        LoginCandidate candidate = left.get(next);
        if (tried != null) {
            tried.add(candidate.name());
        }
        return authenticate(candidate.strategy())
                .handle((token, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(succeeded(candidate, token));
                    }
                    LoginException typed = LoginException.of(failure);
                    budget.spend(typed);
                    if (!(typed instanceof LoginDeniedException)) {
                        return CompletableFuture.<Login>failedFuture(typed);
                    }
                    denied(candidate);
                    return tryFrom(left, next + 1, denial == null ? typed : denial, tried);
                })
                .thenCompose(outcome -> outcome);
    }

    private CompletableFuture<Login> readAgain(
            List<LoginCandidate> tried, LoginException denial, Set<String> triedNames) {
        return read().thenCompose(found -> {
            List<LoginCandidate> others = found.stream()
                    .filter(candidate -> !triedNames.contains(candidate.name()))
                    .toList();
            return tryFrom(others.isEmpty() ? onceMore(tried) : others, 0, denial, null);
        });
    }

    /**
     * Until a rotation has reached all of its servers, Salesforce may accept the former pair in one request and the new
     * one in the next, so that one pair after the other is denied again and again. Trying the last one twice breaks
     * that rhythm.
     */
    private synchronized List<LoginCandidate> onceMore(List<LoginCandidate> tried) {
        return worked == null || tried.size() < 2 ? List.of() : List.of(tried.get(tried.size() - 1));
    }

    private CompletableFuture<List<LoginCandidate>> read() {
        return UserCall.guarded(candidates::read).thenApply(found -> {
            if (remember(found)) {
                onOtherCredentials.run();
            }
            return found;
        });
    }

    private synchronized boolean remember(List<LoginCandidate> found) {
        List<String> names = found.stream().map(LoginCandidate::name).toList();
        boolean others = !known.isEmpty() && !known.containsAll(names);
        known.clear();
        known.addAll(names);
        denied.retainAll(names);
        return others;
    }

    private synchronized List<LoginCandidate> notDenied(List<LoginCandidate> found) {
        List<LoginCandidate> fresh = new ArrayList<>();
        for (LoginCandidate candidate : found) {
            if (!denied.contains(candidate.name())) {
                fresh.add(candidate.name().equals(worked) ? 0 : fresh.size(), candidate);
            }
        }
        return fresh;
    }

    private synchronized LoginCandidate nextInTurn(List<LoginCandidate> found) {
        return found.get(turn++ % found.size());
    }

    private Login succeeded(LoginCandidate candidate, AccessToken token) {
        budget.spend();
        synchronized (this) {
            denied.clear();
            turn = 0;
            worked = candidate.name();
        }
        return new Login(token, candidate.name());
    }

    private synchronized void denied(LoginCandidate candidate) {
        denied.add(candidate.name());
    }

    private static CompletableFuture<AccessToken> authenticate(AuthenticationStrategy strategy) {
        return UserCall.guarded(
                () -> strategy.authenticate().thenApply(token -> Objects.requireNonNull(token, "no token")));
    }

    private static CompletableFuture<Login> failed(@Nullable LoginException failure) {
        return CompletableFuture.failedFuture(
                failure == null ? new IllegalStateException("nothing to log in with") : failure);
    }
}
