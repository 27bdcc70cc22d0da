package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.Test;

class RequestGuardTest {

    private static final URI INSTANCE = URI.create("https://acme.my.salesforce.com");

    /** Two first requests at once: the second finds the token known, and must find where it goes, too. */
    @Test
    void admitWhenAnotherThreadIsLearningTheSameTokenThenAdmitted() throws Exception {
        CountDownLatch learning = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        AccessToken token = token(INSTANCE);
        RequestGuard guard = new RequestGuard(() -> Optional.of(token), known -> {
            if (first.compareAndSet(true, false)) {
                learning.countDown();
                await(goOn);
            }
            return known.instanceUrl();
        });
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> guard.admit(INSTANCE.resolve("/services")));
        await(learning);

        assertThatCode(() -> guard.admit(INSTANCE.resolve("/services"))).doesNotThrowAnyException();

        goOn.countDown();
        other.get(20, TimeUnit.SECONDS);
    }

    @Test
    void admitWhenTheOrgHasMovedManyTimesThenTheNewInstanceIsKnownAndTheFirstOneIsNot() {
        AtomicReference<AccessToken> current = new AtomicReference<>();
        RequestGuard guard = new RequestGuard(() -> Optional.ofNullable(current.get()), AccessToken::instanceUrl);
        URI newest = INSTANCE;
        for (int move = 0; move < 20; move++) {
            newest = URI.create("https://acme" + move + ".my.salesforce.com");
            current.set(token(newest));
            guard.admit(newest.resolve("/services"));
        }

        URI last = newest;
        assertThatCode(() -> guard.admit(last.resolve("/services"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.admit(URI.create("https://acme0.my.salesforce.com/services")))
                .hasRootCauseInstanceOf(RequestRefusedException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AccessToken token(URI instance) {
        return AccessToken.of("00D5g000004fQWE!token", instance);
    }
}
