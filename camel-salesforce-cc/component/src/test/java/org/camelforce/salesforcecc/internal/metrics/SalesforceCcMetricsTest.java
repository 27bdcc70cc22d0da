package org.camelforce.salesforcecc.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.WithOrders;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.camelforce.salesforcecc.observability.SalesforceCcMeter;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** The meters as a registry in Camel's registry has them. */
@WithSalesforceSimulator(settings = WithOrders.class)
class SalesforceCcMetricsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void startWhenThereIsARegistryThenEveryMeterWithItsTypeAndTags(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            create(context);
            for (SalesforceCcMeter documented : SalesforceCcMeter.values()) {
                assertThat(registry.find(documented.id()).meters())
                        .as(documented.id())
                        .isNotEmpty()
                        .allSatisfy(meter -> {
                            assertThat(meter.getId().getType().name())
                                    .isEqualTo(documented.type().name());
                            assertThat(keys(meter))
                                    .isEqualTo(documented.tags().stream()
                                            .map(MeterTag::key)
                                            .collect(Collectors.toSet()));
                        });
            }
        }
    }

    @Test
    void startWhenThereIsARegistryThenNoMeterThatIsNotDocumented(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            create(context);
            assertThat(registry.getMeters())
                    // of a timer with buckets, which this registry shows as gauges
                    .extracting(meter -> meter.getId().getName().replaceFirst("\\.histogram$", ""))
                    .isSubsetOf(Arrays.stream(SalesforceCcMeter.values())
                            .map(SalesforceCcMeter::id)
                            .toList());
        }
    }

    @Test
    void loginsWhenMadeThenCountedByReasonAndOutcome(SalesforceSimulator org) throws Exception {
        try (CamelContext context = started(component(org))) {
            org.sessions().endAll();
            query(context, "salesforce-cc");

            assertThat(logins("initial", "success")).isEqualTo(1);
            assertThat(logins("rejected", "success")).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.TOKEN_REJECTIONS)).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.REQUEST_REPLAYS)).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.TOKEN_USABLE)).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.API_REQUESTS_USED)).isPositive();
            assertThat(registry.get(SalesforceCcMeter.LOGIN_DURATION.id())
                            .tag("outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void loginsWhenDeniedThenCountedAndShown(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(org);
        // not tried again within this test
        component.getTokenPolicy().setDeniedBackoff(Duration.ofMinutes(5));
        try (CamelContext context = started(component)) {
            org.app().setConsumer(new ConsumerDetails(org.getClientId(), "F".repeat(64)));
            org.sessions().endAll();
            query(context, "salesforce-cc");
            query(context, "salesforce-cc");

            assertThat(logins("rejected", "denied")).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.LOGIN_FAILING)).isEqualTo(1);
            assertThat(value(SalesforceCcMeter.TOKEN_USABLE)).isZero();
            assertThat(value(SalesforceCcMeter.LOGIN_THROTTLED)).isPositive();
        }
    }

    @Test
    void eventsWhenTheyComeThenCounted(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            assertThat(value(SalesforceCcMeter.SUBSCRIPTION_OPEN)).isEqualTo(1);
            org.events()
                    .publishPlatformEvent(
                            "Order__e",
                            JsonNodeFactory.instance.objectNode().put("Number__c", "17"),
                            org.runAsUserId().orElseThrow());

            await().untilAsserted(() -> {
                assertThat(value(SalesforceCcMeter.EVENTS_RECEIVED)).isEqualTo(1);
                assertThat(value(SalesforceCcMeter.EVENTS_PROCESSED)).isEqualTo(1);
            });
            assertThat(value(SalesforceCcMeter.EVENTS_DUPLICATED)).isZero();
        }
    }

    @Test
    void silenceWhenTheConsumerIsSuspendedThenUnknown(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            await().untilAsserted(() ->
                    assertThat(value(SalesforceCcMeter.SUBSCRIPTION_IDLE)).isNotNaN());

            context.getRouteController().suspendRoute("orders");

            await().untilAsserted(() ->
                    assertThat(value(SalesforceCcMeter.SUBSCRIPTION_IDLE)).isNaN());
            assertThat(value(SalesforceCcMeter.SUBSCRIPTION_OPEN)).isEqualTo(1);
        }
    }

    @Test
    void loginsWhenTwoComponentsShareOneThenCountedOnce(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context()) {
            context.addComponent("one", component(org));
            context.addComponent("two", component(org));
            context.start();
            query(context, "one");
            query(context, "two");

            assertThat(registry.find(SalesforceCcMeter.LOGINS.id()).counters().stream()
                            .mapToDouble(counter -> counter.count())
                            .sum())
                    .isEqualTo(1);
            assertThat(registry.find(SalesforceCcMeter.TOKEN_USABLE.id()).gauges())
                    .hasSize(2);
        }
    }

    @Test
    void loginsWhenTheOneThatCountsThemStopsThenTheOtherGoesOnCounting(SalesforceSimulator org) throws Exception {
        try (CamelContext context = context()) {
            context.addComponent("one", component(org));
            context.addComponent("two", component(org));
            context.start();
            query(context, "one");
            query(context, "two");
            context.getComponent("one").stop();
            org.sessions().endAll();
            query(context, "two");

            assertThat(registry.get(SalesforceCcMeter.LOGINS.id())
                            .tags("component", "two", "reason", "rejected", "outcome", "success")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void stopWhenARouteStopsThenTheMetersOfItsSubscriptionAreGone(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            context.getRouteController().stopRoute("orders");

            assertThat(registry.find(SalesforceCcMeter.EVENTS_RECEIVED.id()).meters())
                    .isEmpty();
            assertThat(registry.find(SalesforceCcMeter.LOGINS.id()).meters()).isNotEmpty();
        }
    }

    @Test
    void stopWhenTheComponentStopsThenNoMeterIsLeft(SalesforceSimulator org) throws Exception {
        try (CamelContext context = subscribed(org)) {
            context.getRouteController().stopRoute("orders");
            context.getComponent("salesforce-cc").stop();

            assertThat(registry.getMeters()).isEmpty();
        }
    }

    @Test
    void startWhenThereAreSeveralRegistriesThenTheCompositeOne(SalesforceSimulator org) throws Exception {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        try (CamelContext context = context()) {
            context.getRegistry().bind("composite", composite);
            context.addComponent("salesforce-cc", component(org));
            context.start();
            query(context, "salesforce-cc");

            assertThat(composite.find(SalesforceCcMeter.LOGINS.id()).counters()).isNotEmpty();
            assertThat(registry.getMeters()).isEmpty();
        }
    }

    private CamelContext subscribed(SalesforceSimulator org) throws Exception {
        CamelContext context = context();
        context.addComponent("salesforce-cc", component(org));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:subscribe:/event/Order__e")
                        .routeId("orders")
                        .to("mock:orders");
            }
        });
        context.start();
        return context;
    }

    /** Without a subscription, whose connection would notice an ended session too. */
    private CamelContext started(SalesforceCcComponent component) throws Exception {
        CamelContext context = context();
        context.addComponent("salesforce-cc", component);
        context.start();
        return context;
    }

    private CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("meters", registry);
        return context;
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        return component;
    }

    private static void query(CamelContext context, String scheme) {
        context.createProducerTemplate().request(scheme + ":query?rawPayload=true", exchange -> exchange.getIn()
                .setBody("SELECT Id FROM User"));
    }

    private static void create(CamelContext context) {
        context.createProducerTemplate()
                .requestBody("salesforce-cc:createSObject?rawPayload=true&sObjectName=Account", "{\"Name\":\"Acme\"}");
    }

    private double logins(String reason, String outcome) {
        return registry.get(SalesforceCcMeter.LOGINS.id())
                .tags("reason", reason, "outcome", outcome)
                .counter()
                .count();
    }

    private double value(SalesforceCcMeter meter) {
        return registry.get(meter.id()).meter().measure().iterator().next().getValue();
    }

    private static Set<String> keys(Meter meter) {
        return meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
    }
}
