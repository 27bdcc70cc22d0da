package org.camelforce.salesforcecc.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.TokenIntrospection;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out when tokens expire: from the token itself, or else by introspection, whose failure is no error. Safe for
 * use by several threads; none of them blocks.
 */
final class ExpiryResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryResolver.class);

    private final LoginCandidates candidates;
    private final TokenPolicy policy;
    private final TokenTime time;
    private final RefreshWindows windows;
    private volatile @Nullable String unanswerable;

    ExpiryResolver(LoginCandidates candidates, TokenPolicy policy, TokenTime time) {
        this.candidates = candidates;
        this.policy = policy;
        this.time = time;
        this.windows = new RefreshWindows(policy, time);
    }

    /** A token that has just been obtained. */
    HeldToken held(CredentialFallback.Login login) {
        Instant now = time.wallClock().instant();
        Expiry expiry = ExpiryReader.read(login.token(), policy.getAssumedTokenLifetime(), now);
        TokenEntry entry = new TokenEntry(login.token(), login.candidate(), now, expiry);
        return new HeldToken(entry, windows.deadlines(expiry), isWorthAsking(entry));
    }

    /** The same token with what introspection said; a session that did not slide keeps its deadlines. */
    HeldToken extended(HeldToken held, Instant expiresAt) {
        TokenEntry entry = held.entry();
        Expiry expiry = new Expiry(ExpirySource.INTROSPECTION, expiresAt);
        boolean known = entry.expiry().source() == ExpirySource.INTROSPECTION && held.deadlines() != null;
        Instant before = entry.expiry().at();
        boolean slid = !known || before == null || expiresAt.isAfter(before);
        TokenEntry extended = entry.withExpiry(expiry);
        return new HeldToken(extended, slid ? windows.deadlines(expiry) : held.deadlines(), isWorthAsking(extended));
    }

    boolean isWorthAsking(TokenEntry entry) {
        return policy.isIntrospection()
                && ExpiryReader.isWorthAsking(entry.expiry())
                && !entry.fingerprint().equals(unanswerable);
    }

    /**
     * Asks about a token that has just been obtained, or is still in use. The answer is empty if there is none; a token
     * that is new and said to be inactive is one that may not be asked about.
     */
    CompletableFuture<Optional<Introspection>> ask(TokenEntry entry, boolean isNew) {
        return UserCall.guarded(() -> candidates.read().thenCompose(found -> introspect(entry, found)))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        LOG.debug(
                                "Introspection of access token {} failed: {}",
                                entry.fingerprint(),
                                LoginException.of(failure).getMessage());
                        return Optional.empty();
                    }
                    if (isNew && answer.isPresent() && !answer.get().active()) {
                        unanswerable = entry.fingerprint();
                        return Optional.empty();
                    }
                    return answer;
                });
    }

    private CompletableFuture<Optional<Introspection>> introspect(TokenEntry entry, List<LoginCandidate> found) {
        TokenIntrospection introspection = found.stream()
                .filter(candidate -> candidate.name().equals(entry.candidate()))
                .map(LoginCandidate::introspection)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (introspection == null) {
            unanswerable = entry.fingerprint();
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return introspection.introspect(entry.token()).thenApply(Optional::of);
    }
}
