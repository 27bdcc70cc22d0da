package org.camelforce.salesforcecc.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.token.Tokens.token;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTokenManagersTest {

    private static final TokenTime TIME = TokenTime.system();

    private final CamelContext context = new DefaultCamelContext();
    private final SharedTokenManagers managers = SharedTokenManagers.of(context);
    private final HandStrategy first = new HandStrategy();
    private final HandStrategy second = new HandStrategy();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void ofWhenSameContextThenSameManagers() {
        assertThat(SharedTokenManagers.of(context)).isSameAs(managers);
        assertThat(SharedTokenManagers.of(new DefaultCamelContext())).isNotSameAs(managers);
    }

    @Test
    void acquireWhenIdentityIsEqualThenSharedAndOneLogin() {
        TokenManager one = managers.acquire(List.of("app"), first, TIME);
        TokenManager other = managers.acquire(List.of("app"), second, TIME);
        CompletableFuture<TokenEntry> login = one.obtain();
        CompletableFuture<TokenEntry> joined = other.obtain();
        first.succeed(token("T1"));

        assertThat(joined).isCompletedWithValue(login.join());
        assertThat(second.logins()).isZero();
    }

    @Test
    void acquireWhenIdentityDiffersThenApart() {
        assertThat(managers.acquire("one", first, TIME)).isNotSameAs(managers.acquire("other", second, TIME));
    }

    @Test
    void releaseWhenTheFirstUserLeavesThenLoginsGoThroughTheOther() {
        TokenManager manager = managers.acquire("app", first, TIME);
        managers.acquire("app", second, TIME);

        managers.release("app", first);
        CompletableFuture<TokenEntry> login = manager.obtain();
        second.succeed(token("T1"));

        assertThat(login).isCompleted();
        assertThat(first.logins()).isZero();
    }

    @Test
    void releaseWhenSameStrategyIsUsedTwiceThenTheManagerLivesUntilTheSecondRelease() {
        TokenManager manager = managers.acquire("app", first, TIME);
        managers.acquire("app", first, TIME);

        managers.release("app", first);
        assertThat(manager.obtain()).isNotDone();
        managers.release("app", first);

        assertThat(manager.obtain()).isCompletedExceptionally();
    }

    @Test
    void releaseWhenTheLastUserLeavesThenClosedAndTheNextUserStartsAnew() {
        TokenManager manager = managers.acquire("app", first, TIME);
        manager.obtain();
        first.succeed(token("T1"));

        managers.release("app", first);

        assertThat(manager.renew("T1")).isCompletedExceptionally();
        assertThat(managers.acquire("app", second, TIME).current()).isEmpty();
    }

    @Test
    void releaseWhenNotAcquiredThenIgnored() {
        TokenManager manager = managers.acquire("app", first, TIME);

        managers.release("app", second);
        managers.release("other", first);

        assertThat(manager.obtain()).isNotDone();
    }
}
