package org.camelforce.salesforcecc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator(settings = Orders.class)
class PublishSinkIT {

    @Test
    void publishWhenBodyIsAnObjectThenTheOrgHasTheEvent(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "publish-sink", SourceKameletsIT.pubSub(org))) {
            app.send("publish", "{\"Number__c\": \"17\"}");

            assertThat(numbers(org)).containsExactly("17");
        }
    }

    @Test
    void publishWhenBodyIsAnArrayThenTheOrgHasTheEventsInOrder(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "publish-sink", SourceKameletsIT.pubSub(org))) {
            app.send("publish", "[{\"Number__c\": \"1\"}, {\"Number__c\": \"2\"}, {\"Number__c\": \"3\"}]");

            assertThat(numbers(org)).containsExactly("1", "2", "3");
        }
    }

    @Test
    void publishWhenAFieldIsOfTheWrongTypeThenFails(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "publish-sink", SourceKameletsIT.pubSub(org))) {
            assertThatThrownBy(() -> app.send("publish", "{\"Number__c\": {\"a\": 1}}"))
                    .hasStackTraceContaining("cannot be made an event of /event/Order__e");

            assertThat(numbers(org)).isEmpty();
        }
    }

    @Test
    void publishWhenSalesforceRefusesOneOfTheEventsThenFailsWithTheReason(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "publish-sink", SourceKameletsIT.pubSub(org))) {
            String tooLong = "x".repeat(21);

            assertThatThrownBy(
                            () -> app.send("publish", "[{\"Number__c\": \"1\"}, {\"Number__c\": \"" + tooLong + "\"}]"))
                    .hasStackTraceContaining("Salesforce refused an event for /event/Order__e: ")
                    .hasStackTraceContaining("data value too large");

            assertThat(numbers(org)).containsExactly("1");
        }
    }

    @Test
    void publishWhenOwnDateIsGivenThenIsSentAsItIs(SalesforceSimulator org) throws Exception {
        try (KameletApp app = KameletApp.start(org, "publish-sink", SourceKameletsIT.pubSub(org))) {
            List<Object> sent = new CopyOnWriteArrayList<>();
            app.onSending("pubSubPublish", sent::add);

            app.send("publish", "{\"CreatedDate\": 1700000000000, \"Number__c\": \"1\"}");

            assertThat(sent)
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .singleElement()
                    .asString()
                    .contains("\"CreatedDate\":1700000000000");
        }
    }

    private static List<String> numbers(SalesforceSimulator org) {
        return org.events().after("/event/Order__e", 0, 100).stream()
                .map(event -> event.payload().path("Number__c").asText())
                .toList();
    }
}
