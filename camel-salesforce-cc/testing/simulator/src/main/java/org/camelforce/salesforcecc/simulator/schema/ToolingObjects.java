package org.camelforce.salesforcecc.simulator.schema;

import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.checkbox;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.of;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.picklist;
import static org.camelforce.salesforcecc.simulator.schema.FieldDefinition.text;

import java.util.List;

/** What the org says about events and who subscribes to them (Tooling API Developer Guide, "Tooling API Objects"). */
final class ToolingObjects {

    private ToolingObjects() {}

    static List<SObjectDefinition> all() {
        return List.of(managedEventSubscription(), channel(), channelMember(), eventBusSubscriber());
    }

    private static SObjectDefinition managedEventSubscription() {
        return SObjectDefinition.log("ManagedEventSubscription", "18x")
                .labels("Managed Event Subscription", "Managed Event Subscriptions")
                .fields(setup())
                .fields(
                        text("TopicName", 255).withLabel("Topic Name"),
                        picklist("DefaultReplay", "LATEST", "EARLIEST").withLabel("Default Replay"),
                        picklist("ErrorRecoveryReplay", "LATEST", "EARLIEST").withLabel("Error Recovery Replay"),
                        picklist("State", "RUN", "STOP"))
                .build();
    }

    private static SObjectDefinition channel() {
        return SObjectDefinition.log("PlatformEventChannel", "0YL")
                .labels("Platform Event Channel", "Platform Event Channels")
                .fields(setup())
                .fields(picklist("ChannelType", "data", "event").withLabel("Channel Type"))
                .build();
    }

    private static SObjectDefinition channelMember() {
        return SObjectDefinition.log("PlatformEventChannelMember", "0v8")
                .labels("Platform Event Channel Member", "Platform Event Channel Members")
                .fields(setup())
                .fields(
                        text("EventChannel", 255).withLabel("Event Channel"),
                        text("SelectedEntity", 255).withLabel("Selected Entity"),
                        text("FilterExpression", 255).withLabel("Filter Expression"))
                .build();
    }

    private static SObjectDefinition eventBusSubscriber() {
        return SObjectDefinition.log("EventBusSubscriber", "000")
                .labels("Event Bus Subscriber", "Event Bus Subscribers")
                .fields(
                        text("ExternalId", 255).withLabel("External ID"),
                        checkbox("IsPartitioned", false),
                        text("LastError", 255).withLabel("Last Error Message"),
                        text("Name", 80).withLabel("Subscriber Name"),
                        of("Position", FieldType.INT),
                        of("Retries", FieldType.INT).withLabel("Retry Attempts"),
                        picklist("Status", "Running", "Error", "Suspended", "Expired"),
                        of("Tip", FieldType.INT),
                        text("Topic", 80),
                        text("Type", 80))
                .build();
    }

    private static FieldDefinition[] setup() {
        return new FieldDefinition[] {
            text("DeveloperName", 80).withLabel("Name"),
            picklist("Language", "en_US"),
            text("MasterLabel", 80).withLabel("Label"),
            text("NamespacePrefix", 15).withLabel("Namespace Prefix")
        };
    }
}
