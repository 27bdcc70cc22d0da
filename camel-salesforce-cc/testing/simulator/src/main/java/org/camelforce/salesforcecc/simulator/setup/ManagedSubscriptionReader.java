package org.camelforce.salesforcecc.simulator.setup;

import java.util.List;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition.Replay;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Reads managed event subscriptions, with the names of Salesforce's metadata type. */
final class ManagedSubscriptionReader {

    /** The key in a schema file, and the metadata type. */
    static final String KEY = "ManagedEventSubscription";

    private static final List<String> KEYS = List.of("label", "topicName", "defaultReplay", "errorRecoveryReplay");
    private static final String EVENT = "/event/";
    private static final String DATA = "/data/";

    private ManagedSubscriptionReader() {}

    static List<Definition> read(Section subscriptions, Schema schema) {
        return subscriptions.sections().stream()
                .map(section -> read(section.name(), section, schema))
                .toList();
    }

    private static Definition read(String name, Section section, Schema schema) {
        section.requireKeysAmong(KEYS);
        if (!name.matches("[A-Za-z](_?[A-Za-z0-9])*")) {
            throw section.problem("a developer name has letters, digits and single underscores only.");
        }
        String topic = section.text("topicName")
                .orElseThrow(() -> section.problem("topicName must name a channel of events."));
        requireKnown(section, topic, schema);
        return new Definition(name, topic, replay(section, "defaultReplay"), replay(section, "errorRecoveryReplay"));
    }

    private static void requireKnown(Section section, String topic, Schema schema) {
        boolean event = topic.startsWith(EVENT)
                && schema.find(topic.substring(EVENT.length()))
                        .filter(found -> found.kind() == SObjectDefinition.Kind.PLATFORM_EVENT)
                        .isPresent();
        if (!event && !topic.startsWith(DATA)) {
            throw section.problem("topicName", "the org has no channel " + topic + ".");
        }
    }

    private static Replay replay(Section section, String key) {
        String text = section.text(key).orElse(Replay.LATEST.name());
        return Stream.of(Replay.values())
                .filter(replay -> replay.name().equals(text))
                .findFirst()
                .orElseThrow(() -> section.problem(key, key + " must be LATEST or EARLIEST."));
    }
}
