package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More calls than a connection may carry: HTTP/2 clients keep those beyond the server's limit to themselves. */
class CallLimitIT {

    private static final int LIMIT = 100;
    private static final int SUBSCRIPTIONS = 150;

    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub(LIMIT);
        world = PubSubWorld.of(api);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
        api.close();
    }

    @Test
    void openWhenThereAreMoreStreamsThanAConnectionMayCarryThenAllOfThemAreOpen() throws Exception {
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            world.earliest().request(1);
        }

        await().untilAsserted(() -> assertThat(api.streams).hasSize(SUBSCRIPTIONS));
    }

    @Test
    void publishWhenManyStreamsAreOpenThenItDoesNotWaitForTheirEnd() throws Exception {
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            world.earliest().request(1);
        }
        await().until(() -> api.streams.size() >= LIMIT);

        assertThat(world.connection
                        .publisher()
                        .publish(
                                PubSubWorld.TOPIC,
                                List.of(ScriptedPubSub.payload(ScriptedPubSub.SCHEMA, "1")
                                        .toByteArray())))
                .succeedsWithin(Duration.ofSeconds(30));
    }
}
