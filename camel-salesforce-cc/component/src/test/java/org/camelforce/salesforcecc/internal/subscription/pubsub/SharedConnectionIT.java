package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import io.grpc.Metadata;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.TrustTestTls;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Components of one context share the way to the Pub/Sub API, and nothing else. */
@ExtendWith(TrustTestTls.class)
class SharedConnectionIT {

    private static final String PUBLISH = ":pubSubPublish:" + PubSubWorld.TOPIC;
    private static final Metadata.Key<String> TOKEN = Metadata.Key.of("accesstoken", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> INSTANCE_URL =
            Metadata.Key.of("instanceurl", Metadata.ASCII_STRING_MARSHALLER);

    private final SalesforceSimulator first = SalesforceSimulator.start();
    private final SalesforceSimulator second = SalesforceSimulator.start();
    private final CamelContext context = new DefaultCamelContext();
    private final SalesforceCcComponent one = TestContexts.component(first);
    private final SalesforceCcComponent other = TestContexts.component(second);
    private ScriptedPubSub api;
    private FluentProducerTemplate template;

    @BeforeEach
    void prepare() throws Exception {
        api = new ScriptedPubSub(100);
        add("one", one);
        add("other", other);
        template = context.createFluentProducerTemplate();
    }

    @AfterEach
    void close() throws Exception {
        template.close();
        context.close();
        api.close();
        first.close();
        second.close();
    }

    @Test
    void callWhenTwoComponentsReachTheApiAlikeThenOneConnectionAndEachHasItsToken() throws Exception {
        start();

        assertThat(publish("one")).succeedsWithin(Duration.ofSeconds(30));
        assertThat(publish("other")).succeedsWithin(Duration.ofSeconds(30));

        assertThat(api.connections).hasValue(1);
        assertThat(api.headers)
                .extracting(headers -> List.of(headers.get(TOKEN), headers.get(INSTANCE_URL)))
                .containsOnly(
                        List.of(TestContexts.token(one), first.getLoginUrl()),
                        List.of(TestContexts.token(other), second.getLoginUrl()));
    }

    @Test
    void callWhenManyHaveEndedThenTheConnectionIsTheSame() throws Exception {
        start();

        for (int i = 0; i < 2 * ChannelPool.MAX_CALLS; i++) {
            assertThat(publish("one")).succeedsWithin(Duration.ofSeconds(30));
        }

        assertThat(api.connections).hasValue(1);
    }

    @Test
    void callWhenAnOptionOfTheTransportDiffersThenTwoConnections() throws Exception {
        other.setHttpClientIdleTimeout(20_000);
        start();

        assertThat(publish("one")).succeedsWithin(Duration.ofSeconds(30));
        assertThat(publish("other")).succeedsWithin(Duration.ofSeconds(30));

        assertThat(api.connections).hasValue(2);
    }

    @Test
    void stopWhenAnotherComponentIsSubscribedThenItsStreamGoesOn() throws Exception {
        start();
        ServerCallStreamObserver<FetchResponse> mine = subscribe("one");
        ServerCallStreamObserver<FetchResponse> others = subscribe("other");

        one.stop();

        await().until(mine::isCancelled);
        MockEndpoint events = context.getEndpoint("mock:other", MockEndpoint.class);
        events.expectedMessageCount(1);
        others.onNext(ScriptedPubSub.orders("1"));
        events.assertIsSatisfied();
        assertThat(others.isCancelled()).isFalse();
        assertThat(api.connections).hasValue(1);
    }

    @Test
    void stopWhenCallsAreUnderWayThenThoseOfThisComponentFail() throws Exception {
        BlockingQueue<StreamObserver<?>> waiting = neverAnswer();
        start();
        Future<Exchange> mine = publish("one");
        ScriptedPubSub.next(waiting);
        Future<Exchange> others = publish("other");
        ScriptedPubSub.next(waiting);

        one.stop();

        assertThat(mine.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("stopping");
        assertThat(others).isNotDone();
    }

    @Test
    void stopWhenTheLastComponentStopsThenNeitherConnectionNorThreadIsLeft() throws Exception {
        start();
        subscribe("one");
        subscribe("other");

        one.stop();
        assertThat(threads()).isNotEmpty();
        other.stop();

        await().untilAsserted(() -> assertThat(api.connections).hasValue(0));
        await().untilAsserted(() -> assertThat(threads()).isEmpty());
    }

    @Test
    void startWhenTheLastComponentHasStoppedThenANewConnection() throws Exception {
        start();
        subscribe("one");
        other.stop();
        one.stop();

        one.start();
        StreamObserver<FetchResponse> stream = api.nextStream();

        MockEndpoint events = context.getEndpoint("mock:one", MockEndpoint.class);
        events.expectedMessageCount(1);
        stream.onNext(ScriptedPubSub.orders("1"));
        events.assertIsSatisfied();
    }

    @Test
    void publishWhenAnotherOrgDoesNotAnswerThenItDoesNotWait() throws Exception {
        var answering = api.onPublish;
        neverAnswer();
        start();
        for (int i = 0; i < 300; i++) {
            publish("one");
        }
        await().until(() -> api.published.size() >= 100);

        api.onPublish = answering;

        assertThat(publish("other")).succeedsWithin(Duration.ofSeconds(30));
        // the shared one, and that of the org that waits
        assertThat(api.connections).hasValue(2);
    }

    @Test
    void publishWhenATokenEndpointDoesNotAnswerThenTheOthersDoNotWait() throws Exception {
        start();
        first.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofSeconds(60)), 10);
        one.login().forget();
        for (int i = 0; i < 300; i++) {
            publish("one");
        }

        assertThat(publish("other")).succeedsWithin(Duration.ofSeconds(30));
    }

    /** A stream waits for a schema, and the server has sent more than a connection's window has room for. */
    @Test
    void receiveWhenAnotherComponentDoesNotReadThenItDoesNotWait() throws Exception {
        var answering = api.onSchema;
        BlockingQueue<StreamObserver<SchemaInfo>> waiting = new LinkedBlockingQueue<>();
        start();
        ServerCallStreamObserver<FetchResponse> mine = subscribe("one");
        ServerCallStreamObserver<FetchResponse> others = subscribe("other");
        api.onSchema = (request, answer) -> waiting.add(answer);
        mine.onNext(ScriptedPubSub.orders("1"));
        ScriptedPubSub.next(waiting);
        String megabyte = "x".repeat(1024 * 1024);
        for (int i = 0; i < 12; i++) {
            mine.onNext(ScriptedPubSub.order(String.valueOf(i + 2), megabyte));
        }
        await().until(() -> !mine.isReady());
        api.onSchema = answering;

        MockEndpoint events = context.getEndpoint("mock:other", MockEndpoint.class);
        events.expectedMessageCount(12);
        for (int i = 0; i < 12; i++) {
            others.onNext(ScriptedPubSub.order(String.valueOf(i + 2), megabyte));
        }

        events.assertIsSatisfied(20_000);
    }

    private void add(String name, SalesforceCcComponent component) {
        component.setPubSubHost("127.0.0.1");
        component.setPubSubPort(api.port());
        context.addComponent(name, component);
    }

    private void start() {
        context.start();
        one.start();
        other.start();
    }

    private ServerCallStreamObserver<FetchResponse> subscribe(String name) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(name + ":pubSubSubscribe:" + PubSubWorld.TOPIC).to("mock:" + name);
            }
        });
        return (ServerCallStreamObserver<FetchResponse>) api.nextStream();
    }

    private Future<Exchange> publish(String name) {
        List<byte[]> events = new ArrayList<>();
        events.add(ScriptedPubSub.payload(ScriptedPubSub.SCHEMA, "1").toByteArray());
        return template.withBody(events).to(name + PUBLISH).asyncSend();
    }

    /** What has been published waits for its answer. */
    private BlockingQueue<StreamObserver<?>> neverAnswer() {
        BlockingQueue<StreamObserver<?>> waiting = new LinkedBlockingQueue<>();
        api.onPublish = (PublishRequest request, StreamObserver<PublishResponse> answer) -> waiting.add(answer);
        return waiting;
    }

    /** The names of those that serve the Pub/Sub API. */
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("PubSub"))
                .toList();
    }
}
