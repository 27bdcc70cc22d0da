package org.camelforce.salesforcecc.simulator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import picocli.CommandLine.Option;

/** The option for managed event subscriptions of the Pub/Sub API. */
final class ManagedSubscriptionOptions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z](_?[A-Za-z0-9])*");
    private static final Pattern TOPIC = Pattern.compile("/event/\\w+__e|/data/\\w+ChangeEvents?|/data/ChangeEvents");

    @Option(
            names = "--managed-subscription",
            paramLabel = "NAME=TOPIC",
            description = "Defines a managed event subscription that starts with new events, for example"
                    + " Orders=/event/Order__e. Repeatable. A schema file has more settings.")
    private Map<String, String> topics = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if an argument is not valid */
    void check() {
        topics.forEach((name, topic) -> {
            if (!NAME.matcher(name).matches() || !TOPIC.matcher(topic).matches()) {
                throw new IllegalArgumentException(
                        "--managed-subscription takes a developer name and a topic, such as Orders=/event/Order__e");
            }
        });
    }

    void define(SalesforceSimulator simulator) {
        topics.forEach((name, topic) -> simulator.managedSubscriptions().define(Definition.latest(name, topic)));
    }
}
