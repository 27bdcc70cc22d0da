package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.get;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.number;
import static org.camelforce.salesforcecc.internal.token.TokenManagers.unlimited;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
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
import org.junit.jupiter.api.RepeatedTest;

class TokenManagerStressTest {

    private static final int CALLERS = 8;
    private static final int ROUNDS = 200;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final ExecutorService salesforce = Executors.newSingleThreadExecutor();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger installed = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final TokenManager manager = new TokenManager(
            LoginCandidates.of(
                    () -> CompletableFuture.supplyAsync(() -> token("T" + logins.incrementAndGet()), salesforce)),
            unlimited(),
            IdentityGuard.ANY,
            TokenTime.system(),
            new ManualScheduler());

    @AfterEach
    void stop() {
        callers.shutdownNow();
        salesforce.shutdownNow();
    }

    @RepeatedTest(3)
    void r9RenewWhenManyReportTheSameTokensThenOneLoginPerTokenAndNobodyGetsAnOlderOne() throws Exception {
        manager.addListener((previous, entry) -> installed.set(number(entry)));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            running.add(callers.submit(() -> {
                start.await();
                return callUntilTheLastToken();
            }));
        }
        start.countDown();
        for (Future<?> caller : running) {
            assertThat(caller.get(50, TimeUnit.SECONDS)).isEqualTo(ROUNDS);
        }

        assertThat(wrong).isEmpty();
        assertThat(logins).hasValue(ROUNDS);
    }

    private int callUntilTheLastToken() throws Exception {
        TokenEntry entry = get(manager.obtain());
        while (number(entry) < ROUNDS) {
            int known = installed.get();
            TokenEntry next = get(manager.renew(entry.token().value()));
            if (number(next) <= number(entry) || number(next) < known) {
                wrong.add("refused " + number(entry) + " while " + known + " was in place, got " + number(next));
            }
            if (number(get(manager.obtain())) < number(next)) {
                wrong.add("had " + number(next) + ", then got an older one");
            }
            entry = next;
        }
        return number(entry);
    }
}
