package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The single flight and its timers in the interleavings that Lincheck's model checker chooses; a deadlock fails a test,
 * too. Runs with {@code -Dinterleavings=<number>} only, for example 30 on a machine that does nothing else: on a busy
 * one the model checker takes slowness for a deadlock. It looks into the patterns that clean a failure's text, and
 * needs {@code -DargLine="--add-opens java.base/java.util.regex=ALL-UNNAMED"} for that.
 */
@EnabledIfSystemProperty(
        named = "interleavings",
        matches = ".+",
        disabledReason = "Model checking needs a machine that does nothing else: -Dinterleavings=30")
class InterleavingsTest {

    private static final int INTERLEAVINGS = Integer.getInteger("interleavings", 4);
    private static final Duration LONG = Duration.ofHours(1);

    /** The log's own code would be explored, too. */
    @BeforeAll
    static void logNothing() {
        setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        setLevel(Level.INFO);
    }

    private static void setLevel(Level level) {
        Configurator.setLevel(TokenLog.class.getName(), level);
        Configurator.setLevel(TokenManager.class.getName(), level);
    }

    @Test
    void r9ObtainWhenTwoCallersMeetThenOneLoginAndBothGetItsToken() {
        explore(world -> {
            CompletableFuture<?>[] got = new CompletableFuture<?>[2];
            together(() -> got[0] = world.manager.obtain(), () -> got[1] = world.manager.obtain());
            world.login(0).complete(token("T1"));

            require(world.logins.get() == 1, "one login");
            require(valueOf(got[0]).equals("T1") && valueOf(got[1]).equals("T1"), "its token");
        });
    }

    @Test
    void r9ObtainWhenTheLoginEndsMeanwhileThenNobodyIsLeftWaiting() {
        explore(world -> {
            CompletableFuture<TokenEntry> first = world.manager.obtain();
            CompletableFuture<?>[] got = new CompletableFuture<?>[1];
            together(() -> got[0] = world.manager.obtain(), () -> world.login(0).complete(token("T1")));

            require(world.logins.get() == 1, "one login");
            require(valueOf(first).equals("T1") && valueOf(got[0]).equals("T1"), "its token");
        });
    }

    @Test
    void r5RenewWhenTwoCallersReportTheSameTokenThenOneLogin() {
        explore(world -> {
            world.install("T1");
            CompletableFuture<?>[] got = new CompletableFuture<?>[2];
            together(() -> got[0] = world.manager.renew("T1"), () -> got[1] = world.manager.renew("T1"));
            world.login(1).complete(token("T2"));

            require(world.logins.get() == 2, "one login more");
            require(valueOf(got[0]).equals("T2") && valueOf(got[1]).equals("T2"), "its token");
        });
    }

    @Test
    void r19SucceedWhenTheDeadlinePassesMeanwhileThenTheTokenIsUsedAndTheLoginIsOver() {
        explore(world -> {
            CompletableFuture<TokenEntry> first = world.manager.obtain();
            world.now = LONG.toNanos();
            together(world.scheduler::runDue, () -> world.login(0).complete(token("T1")));

            require(first.isDone(), "no waiter is left");
            require(valueOf(world.manager.obtain()).equals("T1"), "the token is used");
            require(world.manager.status().loginUnderWayFor() == null, "no login is under way");
        });
    }

    @Test
    void r19ObtainWhenTheDeadlinePassesMeanwhileThenTheLoginIsOver() {
        explore(world -> {
            CompletableFuture<TokenEntry> first = world.manager.obtain();
            world.now = LONG.toNanos();
            CompletableFuture<?>[] got = new CompletableFuture<?>[1];
            together(world.scheduler::runDue, () -> got[0] = world.manager.obtain());

            require(first.isCompletedExceptionally(), "the login is over");
            require(got[0].isCompletedExceptionally(), "who came late hears of it");
            require(world.manager.status().lastFailure() != null, "the failure is known");
        });
    }

    @Test
    void closeWhenTheLoginEndsMeanwhileThenNobodyIsLeftWaiting() {
        explore(world -> {
            CompletableFuture<TokenEntry> first = world.manager.obtain();
            CompletableFuture<TokenEntry> awaited = world.manager.await();
            together(world.manager::close, () -> world.login(0).complete(token("T1")));

            require(first.isDone() && awaited.isDone(), "nobody waits");
        });
    }

    @Test
    void installedWhenTwoTokensComeAtOnceThenAListenerEndsWithTheOneInUse() {
        explore(world -> {
            String[] told = new String[1];
            world.manager.addListener(
                    (previous, installed) -> told[0] = installed.token().value());
            world.install("T1");
            world.manager.renew("T1");
            together(() -> world.login(1).complete(token("T2")), () -> {
                world.manager.renew("T2");
                if (world.logins.get() == 3) {
                    world.login(2).complete(token("T3"));
                }
            });

            String inUse = world.manager.current().orElseThrow().token().value();
            require(inUse.equals(told[0]), "told of " + told[0] + ", in use is " + inUse);
        });
    }

    /** Without an identity URL, whose reading would be explored, too. */
    private static AccessToken token(String value) {
        return AccessToken.of(value, URI.create("https://acme.my.salesforce.com"));
    }

    private interface Program {

        void run(World world) throws Exception;
    }

    private static void explore(Program program) {
        for (int tries = 1; ; tries++) {
            try {
                Lincheck.runConcurrentTest(INTERLEAVINGS, () -> run(program));
                return;
            } catch (LincheckAssertionError e) {
                // on a busy machine it takes slowness for a deadlock; a real one comes again
                if (tries == 3 || !String.valueOf(e.getMessage()).contains("has hung")) {
                    throw e;
                }
            }
        }
    }

    private static void run(Program program) {
        try {
            program.run(new World());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void together(Runnable one, Runnable other) throws InterruptedException {
        Thread first = new Thread(one);
        Thread second = new Thread(other);
        first.start();
        second.start();
        first.join();
        second.join();
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    private static String valueOf(CompletableFuture<?> future) {
        return future.isDone() && !future.isCompletedExceptionally()
                ? ((TokenEntry) future.join()).token().value()
                : "none";
    }

    /** A token manager whose logins and timers are in the program's hand. */
    private static final class World {

        private final AtomicInteger logins = new AtomicInteger();
        private final CompletableFuture<?>[] pending = new CompletableFuture<?>[5];
        private final Timers scheduler = new Timers(this);
        private volatile long now;
        private final TokenManager manager = new TokenManager(
                LoginCandidates.of(() -> {
                    CompletableFuture<AccessToken> login = new CompletableFuture<>();
                    pending[logins.getAndIncrement()] = login;
                    return login;
                }),
                policy(),
                IdentityGuard.ANY,
                new TokenTime(() -> Instant.EPOCH, () -> now, Jitter.MOST),
                scheduler);

        private static TokenPolicy policy() {
            TokenPolicy policy = new TokenPolicy();
            policy.setIntrospection(false);
            return policy;
        }

        @SuppressWarnings("unchecked")
        private CompletableFuture<AccessToken> login(int number) {
            return (CompletableFuture<AccessToken>) pending[number];
        }

        private void install(String value) {
            manager.obtain();
            login(logins.get() - 1).complete(token(value));
        }
    }

    /** Keeps the latest task, which is all that the manager has waiting in these programs. */
    private static final class Timers extends FakeScheduler {

        private final World world;
        private @Nullable Task latest;

        private Timers(World world) {
            this.world = world;
        }

        private void runDue() {
            Task due;
            synchronized (this) {
                due = latest;
            }
            if (due != null && due.at <= world.now) {
                due.run();
            }
        }

        @Override
        public synchronized ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            Task task = new Task(command, world.now + unit.toNanos(delay));
            latest = task;
            return task;
        }
    }

    private static final class Task extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

        private final long at;

        private Task(Runnable work, long at) {
            super(work, null);
            this.at = at;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
