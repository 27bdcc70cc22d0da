package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a subscriber gets. */
final class Subscription implements StreamObserver<FetchResponse> {

    StreamObserver<FetchRequest> requests;

    private final BlockingQueue<FetchResponse> responses = new LinkedBlockingQueue<>();
    private final CompletableFuture<Optional<StatusRuntimeException>> end = new CompletableFuture<>();

    void request(int events) {
        requests.onNext(FetchRequest.newBuilder().setNumRequested(events).build());
    }

    FetchResponse next() throws InterruptedException {
        FetchResponse response = responses.poll(30, TimeUnit.SECONDS);
        assertThat(response).as("a response").isNotNull();
        return response;
    }

    boolean hasNext() {
        return !responses.isEmpty();
    }

    List<ConsumerEvent> events(int count) throws InterruptedException {
        List<ConsumerEvent> events = new ArrayList<>();
        while (events.size() < count) {
            events.addAll(next().getEventsList());
        }
        return events;
    }

    List<String> numbers(PubSubClient client, int count) throws InterruptedException {
        return events(count).stream()
                .map(event -> client.decode(event.getEvent()).get("Number__c").toString())
                .toList();
    }

    /** @return the error that ended the stream, empty if it was completed */
    Optional<StatusRuntimeException> end() throws Exception {
        return end.get(30, TimeUnit.SECONDS);
    }

    StatusRuntimeException error() throws Exception {
        return end().orElseThrow();
    }

    boolean isOpen() {
        return !end.isDone();
    }

    @Override
    public void onNext(FetchResponse response) {
        responses.add(response);
    }

    @Override
    public void onError(Throwable error) {
        end.complete(Optional.of((StatusRuntimeException) error));
    }

    @Override
    public void onCompleted() {
        end.complete(Optional.empty());
    }
}
