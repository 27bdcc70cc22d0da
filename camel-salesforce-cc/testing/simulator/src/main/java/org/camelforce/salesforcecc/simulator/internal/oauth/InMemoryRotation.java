package org.camelforce.salesforcecc.simulator.internal.oauth;

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
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior.Honoured;
import org.jspecify.annotations.Nullable;

/** Key and secret of an app over time, in memory. Safe for use by several threads. */
public final class InMemoryRotation implements CredentialRotation {

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

    InMemoryRotation(ConsumerDetails consumer, InstantSource time, RandomGenerator random) {
        this.current = consumer;
        this.time = time;
        this.random = random;
        keys.add(consumer.key());
    }

    @Override
    public synchronized ConsumerDetails current() {
        return current;
    }

    @Override
    public synchronized RotationBehavior behavior() {
        return behavior;
    }

    @Override
    public synchronized void setBehavior(RotationBehavior behavior) {
        this.behavior = behavior;
    }

    @Override
    public synchronized void setRevokingTokens(boolean revoking) {
        this.revokingTokens = revoking;
    }

    @Override
    public synchronized void setStagedLoginAllowed(boolean allowed) {
        this.stagedLoginAllowed = allowed;
    }

    @Override
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

    @Override
    public synchronized List<StagedCredentials> staged() {
        List<StagedCredentials> all = new ArrayList<>();
        if (staged != null) {
            all.add(at(time.instant(), staged));
        }
        if (former != null && former.entry() != null) {
            all.add(former.entry());
        }
        return all;
    }

    @Override
    public Optional<StagedCredentials> staged(String id) {
        return staged().stream()
                .filter(entry -> SalesforceId.isWellFormed(id) && entry.id().equals(SalesforceId.to18(id)))
                .findFirst();
    }

    @Override
    public StagedCredentials rotate(String id) {
        StagedCredentials entry;
        boolean revoke;
        synchronized (this) {
            StagedCredentials next = staged(id)
                    .filter(found -> found.state() == StagedCredentials.State.ACTIVE)
                    .orElseThrow(() -> new IllegalStateException("no active staged credentials with the ID " + id));
            Instant until = time.instant().plus(behavior.length());
            entry = rotated(next, current, until);
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

    @Override
    public ConsumerDetails rotate() {
        StagedCredentials next = stage("");
        rotate(next.id());
        return next.consumer();
    }

    @Override
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
        Honoured honoured = before == null ? Honoured.CURRENT : before.nextHonoured();
        List<ConsumerDetails> accepted = new ArrayList<>();
        if (honoured == Honoured.CURRENT || honoured == Honoured.BOTH) {
            accepted.add(current);
        }
        if (before != null && (honoured == Honoured.FORMER || honoured == Honoured.BOTH)) {
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

    private static StagedCredentials at(Instant now, StagedCredentials entry) {
        boolean over = entry.state() == StagedCredentials.State.ACTIVE && !now.isBefore(entry.expirationDate());
        return over ? with(entry, entry.consumer(), entry.expirationDate(), StagedCredentials.State.EXPIRED) : entry;
    }

    private static StagedCredentials rotated(StagedCredentials entry, ConsumerDetails former, Instant formerUntil) {
        return with(entry, former, formerUntil, StagedCredentials.State.ROTATED);
    }

    private static StagedCredentials with(
            StagedCredentials entry, ConsumerDetails consumer, Instant expires, StagedCredentials.State state) {
        return new StagedCredentials(entry.id(), consumer, entry.createdBy(), entry.createdDate(), expires, state);
    }

    private @Nullable PreviousConsumer liveFormer() {
        return former != null && time.instant().isBefore(former.until()) ? former : null;
    }
}
