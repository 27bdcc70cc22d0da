package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.camelforce.salesforcecc.replay.FileReplayStore;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.replay.StateRepositoryReplayStore;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.junit.jupiter.api.Test;

class PositionStoresTest {

    private final ReplayStore ofComponent = new StateRepositoryReplayStore(new MemoryStateRepository());
    private final PositionStores stores = new PositionStores(() -> ofComponent, () -> "target/positions");

    @Test
    void ofWhenTheEndpointHasAReplayStoreThenThatOne() {
        ReplayStore own = new StateRepositoryReplayStore(new MemoryStateRepository());
        SubscriptionOptions options = new SubscriptionOptions();
        options.setReplayStore(own);

        assertThat(stores.of(options)).isSameAs(own);
    }

    @Test
    void ofWhenTheSubscriptionIsDurableThenTheComponentsReplayStore() {
        assertThat(stores.of(durable())).isSameAs(ofComponent);
    }

    @Test
    void ofWhenThereIsNoReplayStoreThenFilesForDurableSubscriptionsAlone() {
        PositionStores without = new PositionStores(() -> null, () -> "target/positions");

        assertThat(without.of(durable())).isInstanceOf(FileReplayStore.class);
        assertThat(without.of(new SubscriptionOptions())).isInstanceOf(MemoryReplayStore.class);
    }

    private static SubscriptionOptions durable() {
        SubscriptionOptions options = new SubscriptionOptions();
        options.setDurable(true);
        return options;
    }
}
