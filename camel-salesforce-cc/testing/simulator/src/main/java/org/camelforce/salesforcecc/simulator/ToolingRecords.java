package org.camelforce.salesforcecc.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.camelforce.salesforcecc.simulator.internal.pubsub.InMemoryManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.internal.rest.ToolingSource;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * What the Tooling API shows of the org. It has no custom channels, and neither triggers nor flows subscribe to events,
 * which alone would be subscribers of the event bus (Object Reference, "EventBusSubscriber").
 */
final class ToolingRecords implements ToolingSource {

    private static final String CHANNEL = "ChangeEvents";

    private final Schema schema;
    private final Predicate<String> captured;
    private final InMemoryManagedSubscriptions subscriptions;

    /** @param captured whether the org publishes changes of an object */
    ToolingRecords(Schema schema, Predicate<String> captured, InMemoryManagedSubscriptions subscriptions) {
        this.schema = schema;
        this.captured = captured;
        this.subscriptions = subscriptions;
    }

    @Override
    public List<ObjectNode> records(String object) {
        return switch (object) {
            case "ManagedEventSubscription" ->
                subscriptions.all().stream().map(ToolingRecords::subscription).toList();
            case "PlatformEventChannelMember" -> members();
            default -> List.of();
        };
    }

    private static ObjectNode subscription(InMemoryManagedSubscriptions.Defined defined) {
        Definition definition = defined.definition();
        return named(definition.developerName(), definition.developerName().replace('_', ' '))
                .put("Id", defined.id())
                .put("TopicName", definition.topicName())
                .put("DefaultReplay", definition.defaultReplay().name())
                .put("ErrorRecoveryReplay", definition.errorRecoveryReplay().name())
                .put("State", defined.running() ? "RUN" : "STOP");
    }

    private List<ObjectNode> members() {
        return schema.objects().stream()
                .filter(object -> object.kind() == SObjectDefinition.Kind.STANDARD
                        || object.kind() == SObjectDefinition.Kind.CUSTOM)
                .map(SObjectDefinition::name)
                .filter(captured)
                .map(name -> name.endsWith("__c")
                        ? name.substring(0, name.length() - 1) + "ChangeEvent"
                        : name + "ChangeEvent")
                .map(event -> named(CHANNEL + "_" + event.replace("__", "_"), event)
                        .put("EventChannel", CHANNEL)
                        .put("SelectedEntity", event))
                .toList();
    }

    private static ObjectNode named(String name, String label) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("DeveloperName", name)
                .put("MasterLabel", label)
                .put("Language", "en_US");
    }
}
