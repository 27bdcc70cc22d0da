package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.TrustTestTls;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred instances of the component in one context, each with a subscription. */
@ExtendWith(TrustTestTls.class)
class ManyInstancesIT {

    private static final int INSTANCES = 100;
    private static final Duration STARTING = Duration.ofMinutes(3);

    private final SalesforceSimulator org = SalesforceSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private ScriptedPubSub api;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub(INSTANCES);
        for (int i = 0; i < INSTANCES; i++) {
            SalesforceCcComponent component = TestContexts.component(org);
            component.setPubSubHost("127.0.0.1");
            component.setPubSubPort(api.port());
            context.addComponent("org" + i, component);
            String scheme = "org" + i;
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scheme + ":pubSubSubscribe:" + PubSubWorld.TOPIC).to("mock:" + scheme);
                }
            });
        }
        context.start();
        await().atMost(STARTING).until(() -> api.streams.size() == INSTANCES);
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        api.close();
        org.close();
    }

    @Test
    void subscribeWhenThereAreManyInstancesThenTheyShareConnectionsAndThreads() {
        // questions that follow a subscription count as well
        assertThat(api.connections).hasValueBetween(2, 4);
        assertThat(SharedConnectionIT.threads())
                .hasSizeLessThanOrEqualTo(2 + Math.max(4, Runtime.getRuntime().availableProcessors()));
    }
}
