package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.oauth.UnknownVersion;
import org.camelforce.salesforcecc.token.Deadlines;
import org.camelforce.salesforcecc.token.LoginReason;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a token manager does without being asked: renews ahead of expiry, asks by introspection first where a session
 * may have slid forward, tries again after failures, and looks for changed credentials while logins are denied. Methods
 * marked so are called with the owner's lock; no other one is.
 */
final class RenewalScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(RenewalScheduler.class);
    private static final Duration AFTER_ERROR = Duration.ofSeconds(5);
    /** One for the credentials, one for the answer. */
    private static final int QUESTION_TIMEOUTS = 2;

    private final Owner owner;
    private final LoginCandidates candidates;
    private final ExpiryResolver expiries;
    private final LoginThrottle throttle;
    private final Duration introspectionInterval;
    private final TokenTime time;
    private final RenewalTimer work;
    private final CredentialsVersion credentials = new CredentialsVersion();
    private @Nullable Long wakeAt;
    private @Nullable Question question;
    private boolean wanted;

    /** What Salesforce is asked about a token; given up at its deadline, as if there was no answer. */
    private record Question(CompletableFuture<Void> over, long deadline) {}

    /** The manager as its background work sees it. */
    interface Owner {

        /** Guards the state of both. */
        Object lock();

        @Nullable
        TokenEntry current();

        boolean isRejected(@Nullable TokenEntry entry);

        /** Whether neither a login is under way nor the manager closed; with the lock. */
        boolean isIdle();

        /** How long the login under way may still take, null if there is none; with the lock. */
        @Nullable
        Duration untilOverdue();

        /** Ends the login under way if its time is up. */
        void endOverdue();

        /** Makes a login, or joins the one under way. */
        void login(LoginReason why, @Nullable String rejectedToken);

        /** Puts a new expiry in place, unless the entry has been replaced. */
        TokenEntry extend(TokenEntry entry, Instant expiresAt);
    }

    RenewalScheduler(
            Owner owner,
            LoginCandidates candidates,
            ExpiryResolver expiries,
            LoginThrottle throttle,
            TokenPolicy policy,
            TokenTime time,
            ScheduledExecutorService scheduler) {
        this.owner = owner;
        this.candidates = candidates;
        this.expiries = expiries;
        this.throttle = throttle;
        this.introspectionInterval = policy.getIntrospectionInterval();
        this.time = time;
        this.work = new RenewalTimer(scheduler, this::wake);
    }

    /** From now on a token is wanted even if nobody asks; with the lock. */
    void want() {
        wanted = true;
    }

    /** Whether the caller is to ask about a new entry after this; with the lock. */
    boolean beginAsking(TokenEntry entry) {
        if (question != null || !expiries.isWorthAsking(entry)) {
            return false;
        }
        // from now on, not from when it is put: whoever has the token by then may stop at once
        question = new Question(
                new CompletableFuture<>(),
                now() + candidates.timeout().multipliedBy(QUESTION_TIMEOUTS).toNanos());
        return true;
    }

    /** What the credentials are like now; an {@link UnknownVersion} if their source cannot tell. */
    @Nullable
    private Object version() {
        return guarded(candidates::version);
    }

    /** What they were like when they were read last; an {@link UnknownVersion} if their source cannot tell. */
    @Nullable
    Object versionRead() {
        return guarded(candidates::versionRead);
    }

    private static @Nullable Object guarded(Supplier<@Nullable Object> version) {
        try {
            return version.get();
        } catch (Throwable e) {
            LOG.warn(
                    "The source of the consumer key and secret could not tell whether they have changed: {}",
                    e.toString());
            return new UnknownVersion();
        }
    }

    /** What the credentials that a failed login was made with were like; with the lock. */
    void remember(@Nullable Object version) {
        credentials.remember(version);
    }

    /** Until the next work, null if there is none; with the lock. */
    @Nullable
    Duration untilNext() {
        Long at = wakeAt;
        return at == null ? null : Duration.ofNanos(Math.max(0, at - now()));
    }

    /** Decides what is next; with the lock, after every change. Throws nothing. */
    void plan() {
        try {
            work.cancel();
            wakeAt = null;
            Duration overdue = untilOverdue();
            if (overdue != null) {
                work.in(overdue);
            } else if (owner.isIdle()) {
                planWork();
            }
        } catch (Throwable e) {
            LOG.error("The next login in the background cannot be planned; it is tried again", e);
            work.in(AFTER_ERROR);
        }
    }

    /** Whether {@link #plan} is to be called once more, because the scheduler has failed. On any thread. */
    boolean isPlanMissed() {
        return work.isMissed();
    }

    private void planWork() {
        Duration delay = untilNextWork();
        if (delay != null) {
            wakeAt = now() + delay.toNanos();
            work.in(delay);
        }
    }

    /** Until a login or a question is given up, null if there is neither. */
    private @Nullable Duration untilOverdue() {
        Duration login = owner.untilOverdue();
        Question asked = question;
        return login == null && asked != null && owner.isIdle()
                ? Duration.ofNanos(Math.max(0, asked.deadline() - now()))
                : login;
    }

    /** Asks about an entry for which {@link #beginAsking} was true. */
    void ask(TokenEntry entry, boolean isNew) {
        Question asked;
        synchronized (owner.lock()) {
            asked = question;
        }
        if (asked != null) {
            expiries.ask(entry, isNew)
                    .thenAccept(answer -> answered(asked, entry, answer))
                    .whenComplete((done, failure) -> asked.over().complete(null));
        }
    }

    /** Completes when the question that is under way or about to be put, if there is one, has been answered. */
    CompletableFuture<Void> untilQuiet() {
        synchronized (owner.lock()) {
            Question asked = question;
            return asked == null
                    ? CompletableFuture.completedFuture(null)
                    : asked.over().copy();
        }
    }

    private @Nullable Duration untilNextWork() {
        Duration next = untilNextLoginOrQuestion();
        return throttle.isDenied() ? credentials.untilNextLook(next) : next;
    }

    private @Nullable Duration untilNextLoginOrQuestion() {
        TokenEntry entry = owner.current();
        if (entry == null || owner.isRejected(entry)) {
            return wanted ? throttle.untilNext() : null;
        }
        Deadlines deadlines = entry.deadlines();
        if (deadlines == null) {
            return expiries.isWorthAsking(entry) ? introspectionInterval : null;
        }
        Duration advisory = Duration.ofNanos(Math.max(0, deadlines.advisoryAt() - now()));
        Duration login = throttle.untilNext();
        return login.compareTo(advisory) > 0 ? login : advisory;
    }

    /** Whatever is thrown, there is a next time. */
    private void wake() {
        try {
            owner.endOverdue();
            if (!isQuestionGivenUp()) {
                work();
            }
        } catch (Throwable e) {
            LOG.error("The renewal of the access token in the background failed; it is tried again", e);
            synchronized (owner.lock()) {
                work.in(AFTER_ERROR);
            }
        }
    }

    private boolean isQuestionGivenUp() {
        Question asked;
        synchronized (owner.lock()) {
            asked = question;
            if (asked == null || now() - asked.deadline() < 0) {
                return false;
            }
            question = null;
            plan();
        }
        LOG.debug("Nobody has told when the access token expires: the question got no answer in time");
        asked.over().complete(null);
        return true;
    }

    private void work() {
        Object version = version();
        TokenEntry entry;
        TokenEntry asked = null;
        boolean due;
        synchronized (owner.lock()) {
            entry = owner.current();
            if (credentials.isChanged(version)) {
                throttle.credentialsChanged();
            }
            due = owner.isIdle() && question == null && throttle.objection() == null;
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
    private void answered(Question asked, TokenEntry entry, Optional<Introspection> answer) {
        synchronized (owner.lock()) {
            if (question != asked) {
                return;
            }
            question = null;
        }
        try {
            Instant expiresAt = answer.map(Introspection::expiresAt).orElse(null);
            if (answer.isPresent() && !answer.get().active()) {
                owner.login(LoginReason.REJECTED, entry.token().value());
            } else {
                renewIfDue(expiresAt == null ? entry : owner.extend(entry, expiresAt));
            }
        } catch (Throwable e) {
            LOG.error("Salesforce's answer about access token {} cannot be used", entry.fingerprint(), e);
        } finally {
            synchronized (owner.lock()) {
                plan();
            }
        }
    }

    private void renewIfDue(@Nullable TokenEntry entry) {
        if (entry == null) {
            owner.login(LoginReason.INITIAL, null);
        } else if (owner.isRejected(entry) || RefreshDecision.urgency(entry, now(), null) != Urgency.NONE) {
            owner.login(LoginReason.EXPIRING, null);
        }
    }

    private long now() {
        return time.ticker().getAsLong();
    }
}
