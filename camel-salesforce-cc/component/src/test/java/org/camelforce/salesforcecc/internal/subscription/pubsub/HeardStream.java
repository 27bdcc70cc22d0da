package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.internal.subscription.stream.EventStream;
import org.camelforce.salesforcecc.internal.subscription.stream.ReceivedEvent;
import org.camelforce.salesforcecc.internal.subscription.stream.StreamListener;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;

/** An open stream and everything that has been heard on it. */
final class HeardStream implements StreamListener {

    final List<ReceivedEvent> events = new CopyOnWriteArrayList<>();
    final List<ReplayId> positions = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();

    private final CompletableFuture<StreamEnd> end = new CompletableFuture<>();
    private final CamelContext context;
    private volatile Consumer<ReceivedEvent> onEvent = event -> {};
    private EventStream stream;

    private HeardStream(CamelContext context) {
        this.context = context;
    }

    /** @return a stream of which nothing has been requested */
    static HeardStream of(CamelContext context, EventSource source, StartingPoint from) {
        HeardStream heard = new HeardStream(context);
        heard.stream = source.open(from, heard);
        return heard;
    }

    HeardStream request(int events) {
        stream.request(events);
        return this;
    }

    HeardStream onEvent(Consumer<ReceivedEvent> hook) {
        onEvent = hook;
        return this;
    }

    void close() {
        stream.close();
    }

    HeardStream awaitConfirmation() {
        await().until(() -> calls.contains("confirmed"));
        return this;
    }

    /** Waits for so many events and reads their numbers. */
    List<String> numbers(int atLeast) throws Exception {
        await().until(() -> events.size() >= atLeast || isOver());
        List<String> numbers = new CopyOnWriteArrayList<>();
        for (ReceivedEvent event : events) {
            numbers.add(written(event)
                    .getIn()
                    .getBody(GenericRecord.class)
                    .get("Number__c")
                    .toString());
        }
        return numbers;
    }

    Exchange written(ReceivedEvent event) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        event.writeTo(exchange);
        return exchange;
    }

    ReplayId position(int index) {
        return events.get(index).replayId();
    }

    boolean isOver() {
        return end.isDone();
    }

    StreamEnd end() throws Exception {
        return end.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void confirmed() {
        calls.add("confirmed");
    }

    @Override
    public void alive() {
        calls.add("alive");
    }

    @Override
    public void received(ReceivedEvent event) {
        calls.add("received");
        events.add(event);
        onEvent.accept(event);
    }

    @Override
    public void reached(ReplayId position) {
        calls.add("reached");
        positions.add(position);
    }

    @Override
    public void ended(StreamEnd how) {
        calls.add("ended");
        assertThat(end.complete(how)).as("a stream ends once").isTrue();
    }
}
