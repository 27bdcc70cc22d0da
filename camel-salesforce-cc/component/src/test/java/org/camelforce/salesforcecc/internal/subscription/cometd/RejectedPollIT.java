package org.camelforce.salesforcecc.internal.subscription.cometd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** A poll that was sent with one token and rejected after another request of the same client went out with the next. */
@WithSalesforceSimulator(settings = RejectedPollIT.WithFreshTokens.class)
class RejectedPollIT {

    @Test
    void pollWhenItIsRejectedAfterASubscriptionWithANewerTokenThenItsOwnTokenIsTheRejectedOne(SalesforceSimulator org)
            throws Exception {
        try (Streams streams = new Streams(org)) {
            org.faults().inject(FaultPoint.COMETD_CONNECT, new Fault.Delay(Duration.ofSeconds(3)), 1);
            RecordingListener orders = new RecordingListener();
            streams.open(Streams.ORDERS, Streams.LATEST, orders, 100);
            await().until(() -> streams.requests("connect") == 1);
            String first = streams.token();
            streams.login().tokens().renew(first).get(30, TimeUnit.SECONDS);
            streams.open(Streams.REFUNDS, Streams.LATEST, new RecordingListener(), 100);
            assertThat(org.streamingClients()).isEqualTo(1);

            org.sessions().end(first);

            await().until(() -> !orders.ends.isEmpty());
            assertThat(orders.ends).singleElement().satisfies(end -> {
                assertThat(end.kind()).isEqualTo(StreamEnd.Kind.TOKEN_REJECTED);
                assertThat(end.rejectedToken()).isEqualTo(first);
            });
            assertThat(streams.token()).isNotEqualTo(first);
        }
    }

    static final class WithFreshTokens implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            Streams.events(builder);
            builder.tokenIssue(TokenIssue.FRESH_EACH_TIME);
        }
    }
}
