package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.subscription.SubscriptionStatus;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A machine whose clock is not Salesforce's: the start of a subscription to new events is by the latter. */
class ClockSkewIT {

    private static final String DURABLE = ":/event/Order__e?durable=true&subscriptionName=orders&commitInterval=10";

    @TempDir
    private Path folder;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    static Stream<Arguments> skews() {
        return Stream.of("subscribe", "pubSubSubscribe")
                .flatMap(api -> Stream.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofMinutes(-10))
                        .map(ahead -> Arguments.of(api, ahead)));
    }

    @ParameterizedTest
    @MethodSource("skews")
    void l12RestartWhenNoEventHadComeYetThenWhatWasPublishedSinceTheFirstOpeningComes(String api, Duration ahead)
            throws Exception {
        try (LogLines lines = LogLines.from(Level.WARN);
                SalesforceSimulator org = org(ahead)) {
            start(org, api).close();
            publish(org, 1, 2);

            try (CamelContext context = start(org, api)) {
                publish(org, 3);

                await().untilAsserted(() -> assertThat(seen).containsExactly("1", "2", "3"));
                assertThat(status(context).traffic().passedOver()).isZero();
            }
            assertThat(lines.with("The clock of this machine is")).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("skews")
    void l12RestartWhenEventsAreOlderThanTheFirstOpeningThenPassedOverCountedAndLogged(String api, Duration ahead)
            throws Exception {
        MovingTime time = new MovingTime(ahead);
        try (LogLines lines = LogLines.from(Level.INFO);
                SalesforceSimulator org = org(time)) {
            time.behind = time.behind.plusMinutes(20);
            publish(org, 1, 2);
            time.behind = time.behind.minusMinutes(20);
            start(org, api).close();
            publish(org, 3);

            try (CamelContext context = start(org, api)) {
                await().untilAsserted(() -> assertThat(seen).containsExactly("3"));
                assertThat(status(context).traffic().passedOver()).isEqualTo(2);
                assertThat(lines.with("passed over 2 events")).hasSize(1);
            }
        }
    }

    private static final class MovingTime implements InstantSource {

        private volatile Duration behind;

        private MovingTime(Duration behind) {
            this.behind = behind;
        }

        @Override
        public java.time.Instant instant() {
            return InstantSource.system().instant().minus(behind);
        }
    }

    /** @param ahead how far our clock is ahead of the org's */
    private static SalesforceSimulator org(Duration ahead) {
        return org(new MovingTime(ahead));
    }

    private static SalesforceSimulator org(InstantSource time) {
        return SalesforceSimulator.builder()
                .time(time)
                .pubSubTls(TestTls.server())
                .schema(Schema.standard()
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
    }

    private CamelContext start(SalesforceSimulator org, String api) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setSslContextParameters(TestTls.client());
        component.setReplayStoreLocation(folder.toString());
        CamelContext context = TestContexts.contextWith(component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + api + DURABLE).process(ClockSkewIT.this::process);
            }
        });
        context.start();
        return context;
    }

    private void process(Exchange exchange) {
        Object body = exchange.getIn().getBody();
        seen.add(
                body instanceof PlatformEvent event
                        ? String.valueOf(event.getEventData().get("Number__c"))
                        : String.valueOf(((GenericRecord) body).get("Number__c")));
    }

    private static SubscriptionStatus status(CamelContext context) {
        return context.getComponent("salesforce-cc", SalesforceCcComponent.class)
                .subscriptions()
                .statuses()
                .get(0);
    }

    private static void publish(SalesforceSimulator org, int... numbers) {
        for (int number : numbers) {
            TestRecords.publish(org, "Order__e", "Number__c", String.valueOf(number));
        }
    }
}
