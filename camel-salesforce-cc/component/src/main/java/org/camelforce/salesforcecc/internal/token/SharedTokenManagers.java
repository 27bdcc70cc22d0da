package org.camelforce.salesforcecc.internal.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidate;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The token managers of one CamelContext, one per login identity, shared by every component with that identity. A
 * manager lives from the first {@link #acquire} to the last {@link #release}. All of them share a scheduler. Safe for
 * use by several threads.
 */
public final class SharedTokenManagers {

    /** A listener of one login that blocks does not hold up the others. */
    private static final int SCHEDULER_THREADS = 4;

    private final CamelContext camelContext;
    private final Map<Object, Shared> byIdentity = new ConcurrentHashMap<>();
    private @Nullable Threads threads;

    /**
     * What all managers share while there is one.
     *
     * @param scheduler runs renewals and other short tasks at their time
     * @param readers read credentials
     */
    private record Threads(ScheduledExecutorService scheduler, ExecutorService readers) {}

    private SharedTokenManagers(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /**
     * @param camelContext a context
     * @return the managers of that context
     */
    public static synchronized SharedTokenManagers of(CamelContext camelContext) {
        SharedTokenManagers managers =
                camelContext.getCamelContextExtension().getContextPlugin(SharedTokenManagers.class);
        if (managers == null) {
            managers = new SharedTokenManagers(camelContext);
            camelContext.getCamelContextExtension().addContextPlugin(SharedTokenManagers.class, managers);
        }
        return managers;
    }

    /**
     * @param identity what makes logins the same: login URL, client id and secret; compared with {@code equals}
     * @param login how the caller would log in, given an executor that may be blocked; used as long as the caller has
     *     not released it
     * @param policy used if this is the first caller with that identity
     * @param watch used if this is the first caller with that identity
     * @param time used if this is the first caller with that identity
     * @return the manager of that identity
     */
    public synchronized TokenManager acquire(
            Object identity,
            Function<Executor, LoginCandidates> login,
            TokenPolicy policy,
            IdentityGuard watch,
            TokenTime time) {
        Threads running = threads == null ? new Threads(newScheduler(), newReaders()) : threads;
        threads = running;
        Shared shared =
                byIdentity.computeIfAbsent(identity, key -> new Shared(running.scheduler(), policy, watch, time));
        shared.users.add(new User(login, login.apply(running.readers())));
        return shared.manager;
    }

    /**
     * @param identity as given to {@link #acquire}
     * @param login as given to {@link #acquire}
     */
    public void release(Object identity, Function<Executor, LoginCandidates> login) {
        Shared last = remove(identity, login);
        if (last != null) {
            // without the lock: those who wait for a login go on within this call
            last.manager.close();
        }
        Threads idle = threadsOfNobody();
        if (idle != null) {
            camelContext.getExecutorServiceManager().shutdownNow(idle.scheduler());
            camelContext.getExecutorServiceManager().shutdownNow(idle.readers());
        }
    }

    /** @return runs short tasks at their time; until the last manager is released */
    public synchronized ScheduledExecutorService scheduler() {
        return Objects.requireNonNull(threads, "no manager").scheduler();
    }

    /** What nobody uses any more, null if there is somebody. */
    private synchronized @Nullable Threads threadsOfNobody() {
        Threads idle = byIdentity.isEmpty() ? threads : null;
        threads = idle == null ? threads : null;
        return idle;
    }

    /** What nobody uses any more, null if there is somebody. */
    private synchronized @Nullable Shared remove(Object identity, Function<Executor, LoginCandidates> login) {
        Shared shared = byIdentity.get(identity);
        if (shared != null && shared.remove(login) && shared.users.isEmpty()) {
            byIdentity.remove(identity);
            return shared;
        }
        return null;
    }

    /**
     * Tells which one of those who share a manager counts what happens to it, so that a login is counted once.
     *
     * @param identity as given to {@link #acquire}
     * @param login as given to {@link #acquire}
     * @return whether it is this one: the first that is still there
     */
    public boolean speaksFor(Object identity, Function<Executor, LoginCandidates> login) {
        Shared shared = byIdentity.get(identity);
        return shared != null
                && shared.users.stream()
                        .findFirst()
                        .filter(user -> user.login() == login)
                        .isPresent();
    }

    private ScheduledExecutorService newScheduler() {
        return ThreadPools.scheduler(
                camelContext.getExecutorServiceManager(), this, "SalesforceCcToken", SCHEDULER_THREADS);
    }

    /**
     * Reads credentials, which may block, and for ever if their source hangs: then the next login asks on another
     * thread. None is there while nobody logs in.
     */
    private ExecutorService newReaders() {
        return ThreadPools.cachedPool(camelContext.getExecutorServiceManager(), this, "SalesforceCcCredentials");
    }

    private record User(Function<Executor, LoginCandidates> login, LoginCandidates candidates) {}

    /** Logs in by whoever is still there: the HTTP client of a component that has stopped cannot send. */
    private static final class Shared implements LoginCandidates {

        private final List<User> users = new CopyOnWriteArrayList<>();
        private final TokenManager manager;
        private volatile @Nullable LoginCandidates readLast;

        private Shared(ScheduledExecutorService scheduler, TokenPolicy policy, IdentityGuard watch, TokenTime time) {
            this.manager = new TokenManager(this, policy, watch, time, scheduler);
        }

        private boolean remove(Function<Executor, LoginCandidates> login) {
            return users.stream()
                    .filter(user -> user.login() == login)
                    .findFirst()
                    .map(users::remove)
                    .orElse(false);
        }

        @Override
        public CompletableFuture<List<LoginCandidate>> read() {
            return users.stream()
                    .findFirst()
                    .map(user -> {
                        readLast = user.candidates();
                        return user.candidates().read();
                    })
                    .orElseGet(() -> CompletableFuture.failedFuture(new LoginUnavailableException(
                            LoginUnavailableException.Reason.STOPPED, "The component is stopping", 0, null, null)));
        }

        @Override
        public Duration timeout() {
            return users.stream()
                    .findFirst()
                    .map(user -> user.candidates().timeout())
                    .orElseGet(LoginCandidates.super::timeout);
        }

        @Override
        public @Nullable Object version() {
            return users.stream()
                    .findFirst()
                    .map(user -> user.candidates().version())
                    .orElse(null);
        }

        @Override
        public @Nullable Object versionRead() {
            LoginCandidates asked = readLast;
            return asked == null ? null : asked.versionRead();
        }
    }
}
