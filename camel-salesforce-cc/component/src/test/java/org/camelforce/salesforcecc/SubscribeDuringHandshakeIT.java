package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

/** A consumer that is added while the handshake's answer is on its way. */
@WithSalesforceSimulator(settings = WithOrders.class)
class SubscribeDuringHandshakeIT {

    @Test
    void subscribeWhenTheHandshakeIsAnsweredMeanwhileThenEveryEventComesOnce(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.getExecutorServiceManager().setThreadPoolFactory(new SlowToSubscribe(org));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/event/Order__e").to("mock:events");
                }
            });
            context.start();
            MockEndpoint events = context.getEndpoint("mock:events", MockEndpoint.class);
            events.expectedMessageCount(2);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            TestRecords.publish(org, "Order__e", "Number__c", "2");

            events.assertIsSatisfied();
            assertThat(events.getExchanges())
                    .extracting(exchange -> exchange.getIn()
                            .getBody(PlatformEvent.class)
                            .getEventData()
                            .get("Number__c"))
                    .containsExactly("1", "2");
        }
    }

    /** The starting thread, once it has added the consumer, is held until the handshake has led to a subscription. */
    private static final class SlowToSubscribe extends DefaultThreadPoolFactory {

        private final SalesforceSimulator org;
        private final Thread starting = Thread.currentThread();

        private SlowToSubscribe(SalesforceSimulator org) {
            this.org = org;
        }

        @Override
        public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
            return threads.toString().contains("CometD")
                    ? new SlowScheduler(threads)
                    : super.newScheduledThreadPool(profile, threads);
        }

        private final class SlowScheduler extends ScheduledThreadPoolExecutor {

            private final AtomicInteger calls = new AtomicInteger();

            private SlowScheduler(ThreadFactory threads) {
                super(1, threads);
            }

            @Override
            public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
                if (Thread.currentThread() == starting && calls.incrementAndGet() == 2) {
                    await().until(() -> org.subscriptions() == 1);
                }
                return super.schedule(command, delay, unit);
            }
        }
    }
}
