package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.internal.token.Tokens.token;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camelforce.salesforcecc.internal.oauth.LoginCandidates;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;

/** A copy that a listener keeps must end as the token in use. */
class ListenerOrderTest {

    @Test
    void r14InstallWhenTheNextTokenComesWhileAListenerGetsTheOneBeforeThenItsCopyIsTheNext() throws Exception {
        HandStrategy strategy = new HandStrategy();
        TokenManager manager = new TokenManager(
                LoginCandidates.of(strategy),
                new TokenPolicy(),
                IdentityGuard.ANY,
                TokenTime.system(),
                new ManualScheduler());
        AtomicReference<String> copy = new AtomicReference<>("none");
        CountDownLatch hearing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        manager.addListener((previous, installed) -> {
            if (installed.holds("T1")) {
                hearing.countDown();
                awaitShortly(goOn);
            }
            copy.set(installed.token().value());
        });
        manager.obtain();
        Thread first = new Thread(() -> strategy.succeed(token("T1")));
        first.start();
        hearing.await();

        // whoever reads T1 now may find it refused, and the next login may be faster than the listener
        Thread second = new Thread(() -> {
            CompletableFuture<TokenEntry> renewed = manager.renew("T1");
            strategy.succeed(token("T2"));
            renewed.join();
            goOn.countDown();
        });
        second.start();
        first.join();
        second.join();

        assertThat(manager.current().orElseThrow().holds("T2")).isTrue();
        assertThat(copy).hasValue("T2");
    }

    private static void awaitShortly(CountDownLatch latch) {
        try {
            latch.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
