package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.jspecify.annotations.Nullable;

/**
 * Key and secret of an app over time: the current pair, the one staged to follow it, and the one before it. What the
 * REST resources below {@code apps/oauth/credentials} do can be done here as well. Safe for use by several threads.
 *
 * <p>A new app gives the former pair 30 days of grace (as tools that work against real orgs report it; Salesforce names
 * no length), ends its sessions when it rotates (as documented for Connected Apps, Salesforce Help, "Rotate Consumer
 * Details"; unknown for External Client Apps), and lets no staged pair log in (not confirmed).
 */
public final class CredentialRotation {

    /** How long staged credentials live unless they are deleted (Connect REST API Developer Guide). */
    public static final Duration STAGED_LIFE = Duration.ofDays(30);

    private static final String STAGED_KEY_PREFIX = "0xJ";
    private static final long ID_NUMBERS = 1L << 40;

    private final InstantSource time;
    private final RandomGenerator random;
    private final List<Runnable> revocationListeners = new CopyOnWriteArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private ConsumerDetails current;
    private @Nullable PreviousConsumer former;
    private @Nullable StagedCredentials staged;
    private RotationBehavior behavior = RotationBehavior.grace(STAGED_LIFE);
    private boolean revokingTokens = true;
    private boolean stagedLoginAllowed;

    CredentialRotation(ConsumerDetails consumer, InstantSource time, RandomGenerator random) {
        this.current = consumer;
        this.time = time;
        this.random = random;
        keys.add(consumer.key());
    }

    /** @return the current key and secret */
    public synchronized ConsumerDetails current() {
        return current;
    }

    /** @return what the token endpoint does after a rotation */
    public synchronized RotationBehavior behavior() {
        return behavior;
    }

    /** @param behavior what the token endpoint does after the rotations to come */
    public synchronized void setBehavior(RotationBehavior behavior) {
        this.behavior = behavior;
    }

    /** @param revoking whether a rotation ends all sessions of the app */
    public synchronized void setRevokingTokens(boolean revoking) {
        this.revokingTokens = revoking;
    }

    /** @param allowed whether a pair that is staged and not yet rotated can log in */
    public synchronized void setStagedLoginAllowed(boolean allowed) {
        this.stagedLoginAllowed = allowed;
    }

    /**
     * Stages a new pair, in place of one that is staged already.
     *
     * @param createdBy 18-character id of the user who does it
     * @return the new pair and its id
     */
    public synchronized StagedCredentials stage(String createdBy) {
        Instant now = time.instant();
        StagedCredentials fresh = new StagedCredentials(
                SalesforceId.of(STAGED_KEY_PREFIX, random.nextLong(ID_NUMBERS)),
                ConsumerDetails.draw(random),
                createdBy,
                now,
                now.plus(STAGED_LIFE),
                StagedCredentials.State.ACTIVE);
        staged = fresh;
        return fresh;
    }

    /** @return the staged pair, if any, and the entry of the last rotation until it is deleted */
    public synchronized List<StagedCredentials> staged() {
        List<StagedCredentials> all = new ArrayList<>();
        if (staged != null) {
            all.add(staged.at(time.instant()));
        }
        if (former != null && former.entry() != null) {
            all.add(former.entry());
        }
        return all;
    }

    /**
     * @param id 15- or 18-character id of staged credentials
     * @return them, empty if there are none with that id
     */
    public Optional<StagedCredentials> staged(String id) {
        return staged().stream()
                .filter(entry -> SalesforceId.isWellFormed(id) && entry.id().equals(SalesforceId.to18(id)))
                .findFirst();
    }

    /**
     * Makes a staged pair the current one.
     *
     * @param id 15- or 18-character id of staged credentials
     * @return the entry, which now holds the former pair
     * @throws IllegalStateException if there is no such entry, or it has expired or been rotated
     */
    public StagedCredentials rotate(String id) {
        StagedCredentials entry;
        boolean revoke;
        synchronized (this) {
            StagedCredentials next = staged(id)
                    .filter(found -> found.state() == StagedCredentials.State.ACTIVE)
                    .orElseThrow(() -> new IllegalStateException("no active staged credentials with the id " + id));
            Instant until = time.instant().plus(behavior.length());
            entry = next.rotated(current, until);
            former = new PreviousConsumer(current, until, behavior, entry);
            current = next.consumer();
            keys.add(current.key());
            staged = null;
            revoke = revokingTokens;
        }
        if (revoke) {
            revocationListeners.forEach(Runnable::run);
        }
        return entry;
    }

    /**
     * Stages a pair and makes it current, as an administrator does in Setup.
     *
     * @return the new current pair
     */
    public ConsumerDetails rotate() {
        StagedCredentials next = stage("");
        rotate(next.id());
        return next.consumer();
    }

    /**
     * Deletes staged credentials. The entry of a rotation takes the former pair with it.
     *
     * @param id 15- or 18-character id
     * @return whether there were any with that id
     */
    public synchronized boolean delete(String id) {
        Optional<StagedCredentials> found = staged(id);
        found.ifPresent(entry -> {
            if (entry.state() == StagedCredentials.State.ROTATED) {
                former = null;
            } else {
                staged = null;
            }
        });
        return found.isPresent();
    }

    /**
     * @param listener called by each rotation that ends the app's sessions, on the rotating thread, after the new pair
     *     has become current; no lock is held
     */
    public void addRevocationListener(Runnable listener) {
        revocationListeners.add(listener);
    }

    /** Puts a pair in the place of the current one as if the app had never had another. */
    synchronized void replace(ConsumerDetails consumer) {
        keys.clear();
        keys.add(consumer.key());
        former = null;
        current = consumer;
    }

    /** Makes a pair current that was staged nowhere; sessions live on. */
    synchronized void replace(ConsumerDetails consumer, Instant formerUntil) {
        former = new PreviousConsumer(current, formerUntil, RotationBehavior.grace(STAGED_LIFE), null);
        current = consumer;
        keys.add(consumer.key());
    }

    /** The pairs that this token request accepts, which counts it. */
    synchronized List<ConsumerDetails> acceptedForLogin() {
        PreviousConsumer before = liveFormer();
        RotationBehavior.Honoured honoured = before == null ? RotationBehavior.Honoured.CURRENT : before.nextHonoured();
        List<ConsumerDetails> accepted = new ArrayList<>();
        if (honoured.current()) {
            accepted.add(current);
        }
        if (before != null && honoured.former()) {
            accepted.add(before.pair());
        }
        if (stagedLoginAllowed && staged != null && time.instant().isBefore(staged.expirationDate())) {
            accepted.add(staged.consumer());
        }
        return accepted;
    }

    /** The pairs that prove who the app is where no login is made: these do not flap. */
    synchronized List<ConsumerDetails> accepted() {
        PreviousConsumer before = liveFormer();
        return before == null ? List.of(current) : List.of(current, before.pair());
    }

    /** Whether a consumer key is or was that of this app. */
    synchronized boolean hasHadKey(String key) {
        return keys.contains(key);
    }

    private @Nullable PreviousConsumer liveFormer() {
        return former != null && time.instant().isBefore(former.until()) ? former : null;
    }
}
