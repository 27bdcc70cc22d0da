package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replay ids that are none, or look like none: to a subscription they are bytes. */
@WithSalesforceSimulator
class UnusualReplayIdIT {

    private final List<String> routed = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private ScriptedPubSub api;
    private CamelContext context;

    @BeforeEach
    void start(SalesforceSimulator org) throws Exception {
        api = new ScriptedPubSub();
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setPubSubHost("127.0.0.1");
        component.setPubSubPort(api.port());
        component.setSslContextParameters(TestTls.client());
        component.setReplayStoreLocation(folder.toString());
        context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:pubSubSubscribe:" + PubSubWorld.TOPIC
                                + "?durable=true&subscriptionName=orders&commitInterval=10&backoffIncrement=10")
                        .process(exchange -> routed.add(exchange.getIn()
                                .getBody(GenericRecord.class)
                                .get("Number__c")
                                .toString()));
            }
        });
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
        api.close();
    }

    @Test
    void l17EventWhenItHasNoReplayIdThenDeliveredAndTheLastKnownPositionStays() throws Exception {
        try (LogLines lines = LogLines.from(Level.WARN)) {
            StreamObserver<FetchResponse> stream = api.nextStream();
            api.nextRequest();
            stream.onNext(response("1", new byte[] {7}));
            awaitPosition("bytes:Bw==");
            stream.onNext(response("2", new byte[0]));
            stream.onNext(response("3", new byte[0]));
            await().untilAsserted(() -> assertThat(routed).containsExactly("1", "2", "3"));
            await().until(() -> status().commitLag() == 0);

            stream.onCompleted();

            api.nextStream();
            await().untilAsserted(() -> assertThat(api.requests).anySatisfy(request -> {
                assertThat(request.getReplayPreset()).isEqualTo(ReplayPreset.CUSTOM);
                assertThat(request.getReplayId().toByteArray()).containsExactly(7);
            }));
            assertThat(status().stored().replayId()).hasToString("bytes:Bw==");
            assertThat(lines.with("without a replay ID")).hasSize(1);
        }
    }

    @Test
    void l17EventWhenItsReplayIdHasTenBytesOrIsZeroThenThePositionIsThatOfTheEvent() throws Exception {
        StreamObserver<FetchResponse> stream = api.nextStream();
        stream.onNext(response("1", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        awaitPosition("bytes:AAECAwQFBgcICQ==");

        stream.onNext(response("2", new byte[8]));

        awaitPosition("bytes:AAAAAAAAAAA=");
        assertThat(routed).containsExactly("1", "2");
    }

    private void awaitPosition(String position) {
        await().untilAsserted(() -> assertThat(status().stored())
                .isNotNull()
                .satisfies(stored -> assertThat(stored.replayId()).hasToString(position)));
    }

    private SubscriptionStatus status() {
        return context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                .subscriptions()
                .statuses()
                .get(0);
    }

    private static FetchResponse response(String number, byte[] replayId) {
        return FetchResponse.newBuilder()
                .setRpcId("rpc")
                .addEvents(ConsumerEvent.newBuilder()
                        .setReplayId(ByteString.copyFrom(replayId))
                        .setEvent(ProducerEvent.newBuilder()
                                .setId("id-" + number)
                                .setSchemaId("schema-1")
                                .setPayload(ScriptedPubSub.payload(ScriptedPubSub.SCHEMA, number))))
                .setLatestReplayId(ByteString.copyFrom(replayId))
                .build();
    }
}
