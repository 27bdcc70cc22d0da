package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Publishing to an org's own Pub/Sub API. */
class PubSubPublisherIT {

    private static final int CALLERS = 20;

    private final PubSubWorld world = PubSubWorld.ofOrg();
    private PubSubEvent known;

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void publishWhenBodyIsJsonThenTheOrgHasTheEvent() throws Exception {
        assertThat(publish(json("1"))).singleElement().satisfies(PubSubPublisherIT::isPublished);
        assertPublished("1");
    }

    @Test
    void publishWhenBodyIsAnAvroRecordThenTheOrgHasTheEvent() throws Exception {
        publish(record("1"));

        assertPublished("0", "1");
    }

    @Test
    void publishWhenBodyIsBytesThenTheyAreTheEvent() throws Exception {
        publish((Object) bytes("1"));

        assertPublished("0", "1");
    }

    @Test
    void publishWhenBodyIsAProducerEventThenItIsSentAsItIs() throws Exception {
        publish(ProducerEvent.newBuilder()
                .setId("mine")
                .setSchemaId(known().event().getEvent().getSchemaId())
                .setPayload(ByteString.copyFrom(bytes("2")))
                .build());

        HeardStream stream = world.earliest().request(10);
        assertThat(stream.numbers(2)).containsExactly("0", "2");
        assertThat(((PubSubEvent) stream.events.get(1)).event().getEvent().getId())
                .isEqualTo("mine");
    }

    @Test
    void publishWhenBodyIsAPojoThenItsFieldsAreTheEvent() throws Exception {
        Order order = new Order();
        order.Number__c = "1";

        publish(order);

        assertPublished("1");
    }

    @Test
    void publishWhenSeveralThenOneResultEachInTheirOrder() throws Exception {
        assertThat(publish(json("1"), json("2"), json("3"))).hasSize(3).allSatisfy(PubSubPublisherIT::isPublished);
        assertPublished("1", "2", "3");
    }

    @Test
    void publishWhenThereIsNoBodyThenNothingIsSent() throws Exception {
        assertThat(world.connection.publisher().publish(PubSubWorld.TOPIC, List.of()))
                .isCompletedWithValue(List.of());
    }

    @Test
    void publishWhenSessionHasEndedThenOneLoginAndEveryEventOnce() throws Exception {
        publish(json("0"));
        long before = world.org.tokenRequests();
        world.org.sessions().endAll();

        List<CompletableFuture<List<PublishResult>>> all = IntStream.range(0, CALLERS)
                .mapToObj(i ->
                        world.connection.publisher().publish(PubSubWorld.TOPIC, List.of(json(String.valueOf(i + 1)))))
                .toList();
        for (CompletableFuture<List<PublishResult>> one : all) {
            assertThat(one.get(30, TimeUnit.SECONDS)).singleElement().satisfies(PubSubPublisherIT::isPublished);
        }

        assertThat(world.org.tokenRequests()).isEqualTo(before + 1);
        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(0, CALLERS).forEach(i -> expected.add(String.valueOf(i)));
        assertThat(world.earliest().request(100).numbers(CALLERS + 1)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void publishWhenALoginReturnsTheRejectedTokenThenFailsAndSaysWhatToCheck() throws Exception {
        publish(json("0"));
        world.org.faults().inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.authenticationError(), 10);

        assertFails("Lock sessions to the IP address", json("1"));
    }

    @Test
    void publishWhenNewTokenIsRejectedTooThenFailsAfterOneLogin() throws Exception {
        world.org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        publish(json("0"));
        long before = world.org.tokenRequests();
        world.org.faults().inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.authenticationError(), 10);

        assertFails("An authentication exception occurred", json("1"));
        assertThat(world.org.tokenRequests()).isEqualTo(before + 1);
    }

    @Test
    void publishWhenEveryTokenIsRejectedAtOnceThenLoginsAreFew() throws Exception {
        publish(json("0"));
        long before = world.org.tokenRequests();
        world.org.sessions().setTokenIssue(TokenIssue.FRESH_EACH_TIME);
        world.org.faults().inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.authenticationError(), 100);

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> publish(json("1"))).hasCauseInstanceOf(SalesforceException.class);
        }

        assertThat(world.org.tokenRequests()).isLessThanOrEqualTo(before + 4);
        world.org.faults().clear();
    }

    @Test
    void publishWhenServerIsUnavailableThenItIsNotRepeated() throws Exception {
        publish(json("0"));
        world.org.faults().inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.serviceUnavailable(), 1);

        assertFails("UNAVAILABLE", json("1"));
        assertPublished("0");
    }

    @Test
    void publishWhenTopicDoesNotExistThenFailsAndNamesIt() {
        assertThatThrownBy(() -> world.connection
                        .publisher()
                        .publish("/event/Nothing__e", List.of(json("1")))
                        .get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SalesforceException.class)
                .hasMessageContaining("/event/Nothing__e");
    }

    @Test
    void publishWhenLoginIsDeniedThenFailsWithTheLoginsOwnException() throws Exception {
        publish(json("0"));
        world.org.sessions().endAll();
        world.org
                .faults()
                .inject(
                        FaultPoint.TOKEN_REQUEST,
                        new Fault.Answer(
                                400,
                                "application/json",
                                "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}"),
                        10);

        assertThatThrownBy(() -> publish(json("1"))).hasCauseInstanceOf(LoginException.class);
    }

    @Test
    void publishWhenOneEventIsLargerThan1MbThenNothingIsSentAndItIsNamed() throws Exception {
        assertFails("Element 2 of the list", json("1"), json("x".repeat(1024 * 1024 + 1)));
        assertFails("1 MB", json("1"), json("x".repeat(1024 * 1024 + 1)));
        assertNothingPublished();
    }

    @Test
    void publishWhenEventsTogetherAreLargerThan4MbThenNothingIsSent() throws Exception {
        Object[] bodies = IntStream.range(0, 5)
                .mapToObj(i -> (Object) json("x".repeat(900_000)))
                .toArray();

        assertFails("4 MB", bodies);
        assertNothingPublished();
    }

    @Test
    void publishWhenAnElementIsNullThenNothingIsSentAndItIsNamed() throws Exception {
        List<Object> bodies = new ArrayList<>();
        bodies.add(json("1"));
        bodies.add(null);

        assertThatThrownBy(() -> world.connection
                        .publisher()
                        .publish(PubSubWorld.TOPIC, bodies)
                        .get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SalesforceException.class)
                .hasMessageContaining("Element 2 of the list is null");
        assertNothingPublished();
    }

    @Test
    void publishWhenJsonDoesNotFitThenNothingIsSentAndTheTypeIsNamed() throws Exception {
        assertFails("element 1 of the list, of type java.lang.String", "no json");
        assertNothingPublished();
    }

    private List<PublishResult> publish(Object... bodies) throws Exception {
        return world.connection
                .publisher()
                .publish(PubSubWorld.TOPIC, List.of(bodies))
                .get(30, TimeUnit.SECONDS);
    }

    private void assertFails(String message, Object... bodies) {
        assertThatThrownBy(() -> publish(bodies))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SalesforceException.class)
                .hasMessageContaining(message);
    }

    private void assertPublished(String... numbers) throws Exception {
        assertThat(world.earliest().request(100).numbers(numbers.length)).containsExactly(numbers);
    }

    private void assertNothingPublished() throws Exception {
        publish(json("last"));
        assertPublished("last");
    }

    private static void isPublished(PublishResult result) {
        assertThat(result.hasError()).isFalse();
    }

    private static String json(String number) {
        return "{\"CreatedDate\":0,\"CreatedById\":\"\",\"Number__c\":\"" + number + "\"}";
    }

    /** Takes the schema from an event that the org has: number 0. */
    private PubSubEvent known() throws Exception {
        if (known == null) {
            world.publish("0");
            HeardStream stream = world.earliest().request(1);
            stream.numbers(1);
            known = (PubSubEvent) stream.events.get(0);
        }
        return known;
    }

    private GenericRecord record(String number) throws Exception {
        GenericRecord record = new GenericData.Record(known().schema().require());
        Map.of("CreatedDate", 0L, "CreatedById", "", "Number__c", number).forEach(record::put);
        return record;
    }

    private byte[] bytes(String number) throws Exception {
        return EventSerializer.event(record(number), "", known().schema().require())
                .getPayload()
                .toByteArray();
    }

    /** As Avro's reflection reads it. */
    public static final class Order {
        long CreatedDate;
        String CreatedById = "";
        String Number__c = "";
    }
}
