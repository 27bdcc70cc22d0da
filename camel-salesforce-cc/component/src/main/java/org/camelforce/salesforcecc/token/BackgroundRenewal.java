package org.camelforce.salesforcecc.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginCandidates;
import org.jspecify.annotations.Nullable;

/**
 * What a token manager does without being asked: renews ahead of expiry, asks by introspection first where a session
 * may have slid forward, tries again after failures, and looks for changed credentials while they are refused. Methods
 * marked so are called with the owner's lock; no other one is.
 */
final class BackgroundRenewal {

    private final Owner owner;
    private final LoginCandidates candidates;
    private final ExpiryWatch expiries;
    private final LoginGate gate;
    private final Duration introspectionInterval;
    private final TokenTime time;
    private final BackgroundWork work;
    private final CredentialsWatch credentials = new CredentialsWatch();
    private @Nullable Long wakeAt;
    private volatile CompletableFuture<Void> question = CompletableFuture.completedFuture(null);
    private boolean asking;
    private boolean wanted;

    /** The manager as its background work sees it. */
    interface Owner {

        /** Guards the state of both. */
        Object lock();

        @Nullable
        TokenEntry current();

        boolean isRejected(@Nullable TokenEntry entry);

        /** Whether neither a login is under way nor the manager closed; with the lock. */
        boolean isIdle();

        /** Makes a login, or joins the one under way. */
        void login(LoginReason why, @Nullable String refused);

        /** Puts a new expiry in place, unless the entry has been replaced. */
        TokenEntry extend(TokenEntry entry, Instant expiresAt);
    }

    BackgroundRenewal(
            Owner owner,
            LoginCandidates candidates,
            ExpiryWatch expiries,
            LoginGate gate,
            TokenPolicy policy,
            TokenTime time,
            ScheduledExecutorService scheduler) {
        this.owner = owner;
        this.candidates = candidates;
        this.expiries = expiries;
        this.gate = gate;
        this.introspectionInterval = policy.getIntrospectionInterval();
        this.time = time;
        this.work = new BackgroundWork(scheduler, this::wake);
    }

    /** From now on a token is wanted even if nobody asks; with the lock. */
    void want() {
        wanted = true;
    }

    /** Whether the caller is to ask about a new entry after this; with the lock. */
    boolean beginAsking(TokenEntry entry) {
        if (asking || !expiries.isWorthAsking(entry)) {
            return false;
        }
        asking = true;
        // from now on, not from when it is put: whoever has the token by then may stop at once
        question = new CompletableFuture<>();
        return true;
    }

    /** What the credentials were like when a login failed; with the lock. */
    void remember(@Nullable Object version) {
        credentials.remember(version);
    }

    /** Until the next work, null if there is none; with the lock. */
    @Nullable
    Duration untilNext() {
        Long at = wakeAt;
        return at == null ? null : Duration.ofNanos(Math.max(0, at - now()));
    }

    /** Decides what is next; with the lock, after every change. */
    void plan() {
        work.cancel();
        wakeAt = null;
        Duration delay = asking || !owner.isIdle() ? null : untilNextWork();
        if (delay != null) {
            wakeAt = now() + delay.toNanos();
            work.in(delay);
        }
    }

    /** Asks about an entry for which {@link #beginAsking} was true. */
    void ask(TokenEntry entry, boolean isNew) {
        CompletableFuture<Void> asked = question;
        expiries.ask(entry, isNew)
                .thenAccept(answer -> answered(entry, answer))
                .whenComplete((done, failure) -> asked.complete(null));
    }

    /** Completes when the question that is under way or about to be put, if there is one, has been answered. */
    CompletableFuture<Void> untilQuiet() {
        return question.copy();
    }

    private @Nullable Duration untilNextWork() {
        Duration next = untilNextLoginOrQuestion();
        return gate.isRefused() ? credentials.untilNextLook(next) : next;
    }

    private @Nullable Duration untilNextLoginOrQuestion() {
        TokenEntry entry = owner.current();
        if (entry == null || owner.isRejected(entry)) {
            return wanted ? gate.untilNext() : null;
        }
        Deadlines deadlines = entry.deadlines();
        if (deadlines == null) {
            return expiries.isWorthAsking(entry) ? introspectionInterval : null;
        }
        Duration advisory = Duration.ofNanos(Math.max(0, deadlines.advisoryAt() - now()));
        Duration login = gate.untilNext();
        return login.compareTo(advisory) > 0 ? login : advisory;
    }

    private void wake() {
        Object version = candidates.version();
        TokenEntry entry;
        TokenEntry asked = null;
        boolean due;
        synchronized (owner.lock()) {
            entry = owner.current();
            if (credentials.isChanged(version)) {
                gate.credentialsChanged();
            }
            due = owner.isIdle() && !asking && gate.objection() == null;
            if (due && entry != null && !owner.isRejected(entry) && beginAsking(entry)) {
                asked = entry;
            }
            plan();
        }
        if (asked != null) {
            ask(asked, false);
        } else if (due) {
            renewIfDue(entry);
        }
    }

    /** What introspection said about an entry; nothing if it said nothing. */
    private void answered(TokenEntry entry, Optional<Introspection> answer) {
        synchronized (owner.lock()) {
            asking = false;
        }
        Instant expiresAt = answer.map(Introspection::expiresAt).orElse(null);
        if (answer.isPresent() && !answer.get().active()) {
            owner.login(LoginReason.REJECTED, entry.token().value());
        } else {
            renewIfDue(expiresAt == null ? entry : owner.extend(entry, expiresAt));
        }
        synchronized (owner.lock()) {
            plan();
        }
    }

    private void renewIfDue(@Nullable TokenEntry entry) {
        if (entry == null) {
            owner.login(LoginReason.FIRST, null);
        } else if (owner.isRejected(entry) || RefreshDecision.urgency(entry, now(), null) != Urgency.NONE) {
            owner.login(LoginReason.EXPIRING, null);
        }
    }

    private long now() {
        return time.ticker().getAsLong();
    }
}
