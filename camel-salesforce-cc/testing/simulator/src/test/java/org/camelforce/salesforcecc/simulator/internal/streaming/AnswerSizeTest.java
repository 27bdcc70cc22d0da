package org.camelforce.salesforcecc.simulator.internal.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerSizeTest {

    private StreamingServer server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new StreamingServer();
        client = new RawClient(server).connected();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void connectWhenMoreEventsWaitThanOneAnswerTakesThenTheyComeInOrderWithTheNextOnes() throws Exception {
        replay(2 * Client.MAX_EVENTS + 1, "");

        List<Integer> answers = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<JsonNode> events = events();
            answers.add(events.size());
            events.forEach(
                    event -> numbers.add(event.at("/data/payload/Number__c").asInt()));
        }

        assertThat(answers).containsExactly(Client.MAX_EVENTS, Client.MAX_EVENTS, 1);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2 * Client.MAX_EVENTS + 1).boxed().toList());
    }

    @Test
    void connectWhenEventsAreLongThenAnAnswerIsNotMuchLongerThanAMegabyte() throws Exception {
        replay(5, "x".repeat(Client.MAX_CHARACTERS / 3));

        assertThat(List.of(events().size(), events().size(), events().size())).containsExactly(2, 2, 1);
    }

    @Test
    void connectWhenOneEventIsTooLongForAnAnswerThenItComesAlone() throws Exception {
        replay(2, "x".repeat(Client.MAX_CHARACTERS));

        assertThat(List.of(events().size(), events().size())).containsExactly(1, 1);
    }

    private void replay(int events, String text) throws Exception {
        for (int i = 0; i < events; i++) {
            server.service.publishPlatformEvent(
                    TestEvents.ORDER,
                    JsonNodeFactory.instance.objectNode().put("Number__c", i).put("Text__c", text),
                    TestEvents.USER);
        }
        client.subscribe(TestEvents.ORDERS, "{`" + TestEvents.ORDERS + "`:-2}");
        await().until(() -> server.service.queued() == events);
    }

    /** Without the reply to the connect. */
    private List<JsonNode> events() throws Exception {
        return client.connectAndReceive().stream()
                .filter(message -> message.has("data"))
                .toList();
    }
}
