package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishStreamIT {

    private final ManualTime time = new ManualTime(Orders.START);
    private final SalesforceSimulator org = Orders.orgAt(time);
    private final PubSubClient client = new PubSubClient(org);
    private final Answers answers = new Answers();
    private StreamObserver<PublishRequest> requests;

    @BeforeEach
    void open() {
        requests = client.async().publishStream(answers);
    }

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @Test
    void streamWhenSeveralBatchesThenAnAnswerEach() throws Exception {
        requests.onNext(PubSubClient.request(client.order("a", "1")));
        requests.onNext(PublishRequest.newBuilder()
                .addEvents(client.order("b", "2"))
                .addEvents(client.order("c", "3"))
                .build());

        assertThat(answers.next().getResults(0).getCorrelationKey()).isEqualTo("a");
        assertThat(answers.next().getResultsList())
                .extracting(result -> result.getCorrelationKey())
                .containsExactly("b", "c");
        assertThat(org.pubSubPublishStreams()).isEqualTo(1);
        assertThat(org.pubSubStreams()).isZero();
    }

    @Test
    void streamWhenTopicChangesThenInvalidArgument() throws Exception {
        requests.onNext(PubSubClient.request(client.order("a", "1")));
        requests.onNext(
                PublishRequest.newBuilder().setTopicName("/event/Other__e").build());

        assertThat(answers.error().getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(PubSubClient.errorCode(answers.error())).endsWith("publish.topic.mismatch");
    }

    @Test
    void streamWhenNothingIsPublishedForSeventySecondsThenEnds() throws Exception {
        requests.onNext(PubSubClient.request(client.order("a", "1")));
        answers.next();

        time.advance(Duration.ofSeconds(70));

        assertThat(PubSubClient.errorCode(answers.error())).endsWith("publish.stream.sweeper.timeout");
    }

    @Test
    void streamWhenSessionIsEndedThenUnauthenticated() throws Exception {
        requests.onNext(PubSubClient.request(client.order("a", "1")));
        answers.next();

        org.sessions().endAll();

        assertThat(answers.error().getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void streamWhenClientCompletesThenServerDoes() throws Exception {
        requests.onCompleted();

        assertThat(answers.end.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    private static final class Answers implements StreamObserver<PublishResponse> {

        private final BlockingQueue<PublishResponse> responses = new LinkedBlockingQueue<>();
        private final CompletableFuture<Optional<StatusRuntimeException>> end = new CompletableFuture<>();

        PublishResponse next() throws InterruptedException {
            PublishResponse response = responses.poll(30, TimeUnit.SECONDS);
            assertThat(response).as("an answer").isNotNull();
            return response;
        }

        StatusRuntimeException error() throws Exception {
            return end.get(30, TimeUnit.SECONDS).orElseThrow();
        }

        @Override
        public void onNext(PublishResponse response) {
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
}
