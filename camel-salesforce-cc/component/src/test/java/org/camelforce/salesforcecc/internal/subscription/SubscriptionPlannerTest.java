package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.util.Base64;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.SubscriptionOptions;
import org.junit.jupiter.api.Test;

class SubscriptionPlannerTest {

    private final SalesforceEndpointConfig config = new SalesforceEndpointConfig();
    private final SubscriptionOptions options = new SubscriptionOptions();

    @Test
    void setupWhenPubSubBatchSizeIsSetThenAsManyEventsAreInFlight() {
        config.setPubSubBatchSize(7);

        assertThat(window()).isEqualTo(7);
    }

    @Test
    void setupWhenMaxInFlightEventsIsSetThenItWinsOverPubSubBatchSize() {
        config.setPubSubBatchSize(7);
        options.setMaxInFlightEvents(3);

        assertThat(window()).isEqualTo(3);
    }

    @Test
    void setupWhenPubSubBatchSizeIsNoNumberOfEventsThenRefusedByName() {
        config.setPubSubBatchSize(0);

        assertThatIllegalArgumentException()
                .isThrownBy(this::window)
                .withMessage("Option pubSubBatchSize must be at least 1, but is 0");
    }

    @Test
    void f16SetupWhenCamelHasReadAPlusOfTheReplayIdAsABlankThenAsWritten() {
        SalesforceEndpoint endpoint = endpoint();
        config.setReplayPreset(ReplayPreset.CUSTOM);
        endpoint.setPubSubReplayId("AAAAAAAA w==");

        assertThat(new SubscriptionPlanner(endpoint, options).setup("orders").initial())
                .isEqualTo(new StartingPoint.After(
                        ReplayId.ofBytes(Base64.getDecoder().decode("AAAAAAAA+w=="))));
    }

    private int window() {
        return new SubscriptionPlanner(endpoint(), options).setup("orders").window();
    }

    private SalesforceEndpoint endpoint() {
        SalesforceComponent component = new SalesforceComponent();
        component.setCamelContext(new DefaultCamelContext());
        component.setConfig(config);
        return new SalesforceEndpoint(
                "salesforce:pubSubSubscribe:/event/Order__e",
                component,
                config,
                OperationName.PUBSUB_SUBSCRIBE,
                "/event/Order__e");
    }
}
