package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.get;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.number;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.unlimited;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Readers beside rejections: once anyone has got a token, nobody reads an older one, whichever way it is read. */
class TokenReadersStressIT {

    private static final int READERS = 6;
    private static final int REJECTORS = 2;
    private static final int TOKENS = 400;

    private final ExecutorService threads = Executors.newFixedThreadPool(READERS + REJECTORS);
    private final ExecutorService salesforce = Executors.newSingleThreadExecutor();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final CountDownLatch start = new CountDownLatch(1);
    private volatile int copied;
    private final TokenManager manager = new TokenManager(
            LoginCandidates.of(
                    () -> CompletableFuture.supplyAsync(() -> token("T" + logins.incrementAndGet()), salesforce)),
            unlimited(),
            IdentityGuard.ANY,
            TokenTime.system(),
            new ManualScheduler());

    @BeforeEach
    void copyOnInstall() {
        manager.addListener((previous, installed) -> copied = number(installed));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        salesforce.shutdownNow();
    }

    @RepeatedTest(3)
    void r9ReadWhenSeveralRejectTokensThenNobodyReadsAnOlderOneThanSomeoneHasGot() throws Exception {
        run(REJECTORS, this::read);
    }

    /** Whoever waited for the login gets the token after the listeners. */
    @RepeatedTest(3)
    void r9ReadWhenOneRejectsTokensThenAListenersCopyIsNotOlderThanWhatItHasGot() throws Exception {
        run(1, this::readCopy);
    }

    private void run(int rejectors, Callable<Void> reader) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            running.add(threads.submit(reader));
        }
        for (int i = 0; i < rejectors; i++) {
            running.add(threads.submit(this::reject));
        }
        start.countDown();
        for (Future<?> thread : running) {
            thread.get(50, TimeUnit.SECONDS);
        }

        assertThat(wrong).isEmpty();
        assertThat(logins).hasValue(TOKENS);
    }

    private Void reject() throws Exception {
        start.await();
        TokenEntry entry = get(manager.obtain());
        while (number(entry) < TOKENS) {
            entry = get(manager.renew(entry.token().value()));
            known.accumulateAndGet(number(entry), Math::max);
        }
        return null;
    }

    private Void read() throws Exception {
        start.await();
        while (known.get() < TOKENS) {
            int least = known.get();
            check(
                    "current()",
                    least,
                    manager.current().map(TokenManagers::number).orElse(0));
            check("obtain()", least, number(get(manager.obtain())));
            check("status()", least, least == 0 ? 0 : number(manager.status().entry()));
            check("renew() of an old one", least, least < 2 ? least : number(get(manager.renew("T" + (least - 1)))));
        }
        return null;
    }

    private Void readCopy() throws Exception {
        start.await();
        while (known.get() < TOKENS) {
            check("the copy", known.get(), copied);
            Thread.yield();
        }
        return null;
    }

    private void check(String way, int least, int number) {
        if (number < least) {
            wrong.add(way + " yielded " + number + " after someone had got " + least);
        }
    }
}
