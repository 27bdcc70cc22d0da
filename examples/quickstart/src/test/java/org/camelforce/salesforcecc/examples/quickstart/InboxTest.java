package org.camelforce.salesforcecc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void awaitOrderWhenNothingComesThenSaysWhatIsMissing() {
        try (Inbox inbox = new Inbox(context.createConsumerTemplate(), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> inbox.awaitOrder("A-1"))
                    .isInstanceOf(MissingEventException.class)
                    .hasMessageContainingAll("/event/Order_Placed__e", "A-1");
        }
    }

    @Test
    void awaitChangesWhenOneIsMissingThenNamesThatOne() {
        change("CREATE", "001A");
        try (Inbox inbox = new Inbox(context.createConsumerTemplate(), Duration.ofMillis(200))) {
            assertThatThrownBy(() -> inbox.awaitChanges(List.of("CREATE 001A", "UPDATE 001A")))
                    .isInstanceOf(MissingEventException.class)
                    .hasMessageContaining("for UPDATE 001A within");
        }
    }

    @Test
    void awaitChangesWhenOneEventTellsOfTwoRecordsThenBothHaveArrived() throws Exception {
        change("CREATE", "001A", "001B");
        try (Inbox inbox = new Inbox(context.createConsumerTemplate(), Duration.ofSeconds(10))) {
            assertThat(inbox.awaitChanges(List.of("CREATE 001B", "CREATE 001A")))
                    .containsExactly("CREATE 001A", "CREATE 001B");
        }
    }

    private void change(String type, String... ids) {
        context.createFluentProducerTemplate()
                .to("seda:accountChanges")
                .withHeader(SalesforceConstants.HEADER_SALESFORCE_CHANGE_TYPE, type)
                .withHeader(SalesforceConstants.HEADER_SALESFORCE_RECORD_IDS, ids)
                .send();
    }
}
