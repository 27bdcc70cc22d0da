package org.camelforce.salesforcecc.internal.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With Camel itself, whose words and classes are not ours. */
class RouteNotRunExceptionTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void start() {
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        camel.stop();
    }

    @Test
    void orFailureWhenAPoolOfTheRouteIsFullThenTheFailure() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .threads()
                        .poolSize(1)
                        .maxPoolSize(1)
                        .maxQueueSize(0)
                        .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                        .process(exchange -> block());
            }
        });
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            CompletableFuture<Exchange> first = template.asyncSend("direct:in", exchange -> {});
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();

            Exception failure = template.send("direct:in", exchange -> {}).getException();

            assertThat(failure).isInstanceOf(RejectedExecutionException.class).hasMessage(null);
            assertThat(RouteNotRunException.orFailure("orders", failure)).isSameAs(failure);
            goOn.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS).getException()).isNull();
        }
    }

    private void block() throws InterruptedException {
        busy.countDown();
        assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
