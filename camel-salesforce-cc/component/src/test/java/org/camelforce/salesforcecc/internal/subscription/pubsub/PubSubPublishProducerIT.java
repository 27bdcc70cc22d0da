package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.PublishResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PubSubPublishProducerIT {

    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final AtomicReference<Boolean> doneSync = new AtomicReference<>();
    private ScriptedPubSub api;
    private PubSubWorld world;

    @BeforeEach
    void start() throws Exception {
        api = new ScriptedPubSub();
        world = PubSubWorld.of(api);
    }

    @AfterEach
    void close() throws Exception {
        workers.shutdownNow();
        world.close();
        api.close();
    }

    @Test
    void processWhenEventsArePublishedThenBodyIsTheResults() {
        Exchange exchange = process(List.of("{\"Number__c\":\"17\"}"));

        assertThat(exchange.getException()).isNull();
        assertThat((List<?>) exchange.getIn().getBody()).hasOnlyElementsOfType(PublishResult.class);
        assertThat(doneSync).hasValue(false);
    }

    @Test
    void processWhenWorkersAreShutDownThenExchangeIsDoneAllTheSame() {
        workers.shutdownNow();

        assertThat(process(List.of("{\"Number__c\":\"17\"}")).getException()).isNull();
    }

    @Test
    void processWhenThereAreOtherNumbersOfResultsAndEventsThenItFailsAndSaysSo() {
        api.onPublish = (request, answer) -> ScriptedPubSub.reply(answer, PublishResponse.getDefaultInstance());

        assertThat(process(List.of("{\"Number__c\":\"17\"}")).getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("0 results for 1 events");
    }

    @Test
    void processWhenPublishingFailsThenExchangeHasThatExceptionItself() {
        assertThat(process(List.of("no json")).getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("element 1 of the list");
    }

    @Test
    void processWhenBodyIsNotAListThenFailsAndNamesItsType() {
        for (Object body : new Object[] {"{\"Number__c\":\"17\"}", new byte[1], 17}) {
            assertThat(process(body).getException())
                    .isInstanceOf(SalesforceException.class)
                    .hasMessageContaining("java.util.List")
                    .hasMessageContaining(body.getClass().getName());
            assertThat(doneSync).hasValue(true);
        }
        assertThat(api.published).isEmpty();
    }

    @Test
    void processWhenThereIsNoBodyThenFailsAndSaysSo() {
        assertThat(process(null).getException())
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void processWhenComponentIsStoppedThenExchangeFailsWithThat() {
        IllegalStateException stopped = new IllegalStateException("The component is not started");

        Exchange exchange = process(List.of("{}"), () -> {
            throw stopped;
        });

        assertThat(exchange.getException()).isSameAs(stopped);
    }

    private Exchange process(Object body) {
        return process(body, world.connection::publisher);
    }

    private Exchange process(Object body, Supplier<PubSubPublisher> publisher) {
        doneSync.set(null);
        Exchange exchange = new DefaultExchange(world.context);
        exchange.getIn().setBody(body);
        new PubSubPublishProducer(world.endpoint("pubSubPublish:" + PubSubWorld.TOPIC), publisher, workers)
                .process(exchange, doneSync::set);
        await().until(() -> doneSync.get() != null);
        return exchange;
    }
}
