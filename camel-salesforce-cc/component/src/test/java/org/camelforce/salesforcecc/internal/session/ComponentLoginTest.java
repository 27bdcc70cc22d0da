package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenManagers;
import org.camelforce.salesforcecc.internal.token.Tokens;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.camelforce.salesforcecc.token.TokenEventListener;
import org.junit.jupiter.api.Test;

class ComponentLoginTest {

    private final List<TokenEvent> heard = new ArrayList<>();
    private final TokenEventListener listener = heard::add;
    private final TokenManager shared = TokenManagers.of(
            () -> CompletableFuture.completedFuture(Tokens.token("T1")), () -> Instant.EPOCH, new ManualScheduler());
    private final ComponentLogin login = new ComponentLogin(shared);

    @Test
    void addEventListenerWhenTheSharedLoginIsRenewedThenCalled() {
        login.addEventListener(listener);

        shared.renewNow();

        assertThat(heard).isNotEmpty();
    }

    @Test
    void removeEventListenerWhenItWasAddedThenNotCalledAnyMore() {
        login.addEventListener(listener);

        login.removeEventListener(listener);

        assertThat(heardNow()).isEmpty();
    }

    @Test
    void removeEventListenerWhenAnotherComponentHasAddedItThenThatOneIsStillCalled() {
        new ComponentLogin(shared).addEventListener(listener);

        login.removeEventListener(listener);

        assertThat(heardNow()).isNotEmpty();
    }

    @Test
    void closeWhenListenersWereAddedThenTheyAreNotCalledAnyMore() {
        login.addEventListener(listener);

        login.close();

        assertThat(heardNow()).isEmpty();
    }

    @Test
    void closeWhenOthersShareTheLoginThenTheirListenersAreStillCalled() {
        new ComponentLogin(shared).addEventListener(listener);

        login.close();

        assertThat(heardNow()).isNotEmpty();
    }

    @Test
    void addEventListenerWhenClosedThenIgnored() {
        login.close();

        login.addEventListener(listener);

        assertThat(heardNow()).isEmpty();
    }

    private List<TokenEvent> heardNow() {
        shared.renewNow();
        return heard;
    }
}
