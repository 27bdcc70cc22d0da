package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@WithSalesforceSimulator(settings = WithOrders.class)
class LongReplayIT {

    private static final int EVENTS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void subscribeWhenFarMoreIsRetainedThanTheRouteCanHaveInHandThenAllOfItComesInOrder(SalesforceSimulator org)
            throws Exception {
        String padding = " ".repeat(1_000);
        for (int i = 0; i < EVENTS; i++) {
            TestRecords.publish(org, "Order__e", "Number__c", i + padding);
        }
        List<Integer> numbers = new CopyOnWriteArrayList<>();
        SalesforceCcComponent component = TestContexts.component(org);
        component.setReplayStoreLocation(folder.toString());
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/event/Order__e?replayId=-2&durable=true&subscriptionName=orders")
                            .process(exchange -> numbers.add(Integer.valueOf(exchange.getIn()
                                    .getBody(PlatformEvent.class)
                                    .getEventData()
                                    .get("Number__c")
                                    .trim())));
                }
            });
            context.start();

            await().atMost(Duration.ofSeconds(120)).until(() -> numbers.size() >= EVENTS);
        }

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(0, EVENTS).boxed().toList());
    }
}
