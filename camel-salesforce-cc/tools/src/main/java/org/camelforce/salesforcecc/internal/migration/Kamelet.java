package org.camelforce.salesforcecc.internal.migration;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Kamelet that a project names: one of Camel's for Salesforce (Camel Kamelets catalog), or one of salesforce-cc.
 *
 * @param name its name
 * @param twin the Kamelet to use instead, which is itself if it is one of salesforce-cc; null if there is none
 */
record Kamelet(String name, @Nullable String twin) {

    /** The options of each Kamelet of salesforce-cc. */
    static final Map<String, Set<String>> OPTIONS = Map.of(
            "salesforce-cc-create-sink", options("sObjectName"),
            "salesforce-cc-delete-sink", options("sObjectName"),
            "salesforce-cc-upsert-sink", options("sObjectName", "sObjectIdName"),
            "salesforce-cc-publish-sink", options("topicName", "pubSubHost", "pubSubPort"),
            "salesforce-cc-query-source", options("query", "period"),
            "salesforce-cc-source",
                    subscription(
                            "replayId",
                            "query",
                            "notifyForFields",
                            "notifyForOperationCreate",
                            "notifyForOperationUpdate",
                            "notifyForOperationDelete",
                            "notifyForOperationUndelete"),
            "salesforce-cc-pubsub-source",
                    subscription(
                            "replayPreset",
                            "pubSubReplayId",
                            "managedSubscription",
                            "pubSubBatchSize",
                            "pubSubHost",
                            "pubSubPort"));

    static final String WHY = "Camel's Kamelets for Salesforce log in with username and password";

    /** The artifact with Camel's Kamelets, and the one with those of salesforce-cc. */
    static final String ARTIFACT = "camel-kamelets";

    private static final String NEW_ARTIFACT = "camel-salesforce-cc-kamelets";
    static final String DEPENDENCY = "the Kamelets of salesforce-cc are in org.camelforce:" + NEW_ARTIFACT
            + ": add it, and remove " + ARTIFACT + " if nothing else uses it";

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w-])salesforce-(?:cc-)?(?:source|pubsub-source"
            + "|query-source|(?:create|delete|update|upsert|composite-upsert|publish)-sink)(?![\\w-])");

    private static final Map<String, String> TWINS = Map.of(
            "salesforce-source", "salesforce-cc-source",
            "salesforce-pubsub-source", "salesforce-cc-pubsub-source",
            "salesforce-create-sink", "salesforce-cc-create-sink",
            "salesforce-delete-sink", "salesforce-cc-delete-sink");
    private static final String UPDATE = "salesforce-update-sink";
    private static final String COMPOSITE_UPSERT = "salesforce-composite-upsert-sink";

    /** Options of any endpoint that runs a Kamelet, in lower case. */
    private static final Set<String> OF_ANY_KAMELET = Set.of(
            "block",
            "bridgeerrorhandler",
            "exceptionhandler",
            "exchangepattern",
            "failifnoconsumers",
            "lazystartproducer",
            "location",
            "noerrorhandler",
            "timeout");

    private static Set<String> options(String... names) {
        Set<String> options =
                new HashSet<>(Set.of("loginUrl", "clientId", "clientSecret", "useGlobalSslContextParameters"));
        options.addAll(List.of(names));
        return Set.copyOf(options);
    }

    private static Set<String> subscription(String... names) {
        Set<String> options = new HashSet<>(options(names));
        options.addAll(List.of(
                "topicName",
                "durable",
                "subscriptionName",
                "replayStoreLocation",
                "replayGapPolicy",
                "breakOnFirstError",
                "maxRedeliveries",
                "deadLetterUri",
                "stallAfter"));
        return Set.copyOf(options);
    }

    /** The Kamelet of that name, or null. */
    static @Nullable Kamelet of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String twin = OPTIONS.containsKey(name) ? name : TWINS.get(name);
        return twin != null || name.equals(UPDATE) || name.equals(COMPOSITE_UPSERT) ? new Kamelet(name, twin) : null;
    }

    /** Whether files use Kamelets for Salesforce, and none of them names the artifact of those of salesforce-cc. */
    static boolean lackDependency(Collection<Source> files) {
        return files.stream().anyMatch(file -> IN_TEXT.matcher(file.text()).find())
                && files.stream().noneMatch(file -> file.text().contains(NEW_ARTIFACT));
    }

    /** Whether it is one of salesforce-cc. */
    boolean isNew() {
        return name.equals(twin);
    }

    /** Whether the Kamelet to use has an option; true where there is none. */
    boolean keeps(String option) {
        String plain = LoginOption.plain(option);
        return twin == null
                || OF_ANY_KAMELET.contains(plain)
                || OPTIONS.getOrDefault(twin, Set.of()).stream()
                        .map(LoginOption::plain)
                        .anyMatch(plain::equals);
    }

    /** What to do where no Kamelet can be named. */
    String advice() {
        String endpoint = name.equals(UPDATE)
                ? "salesforce-cc:updateSObject"
                : "the Kamelet salesforce-cc-upsert-sink for one record, or salesforce-cc:compositeUpsertSObjectCollections";
        return WHY + ", and " + name + " has no counterpart; use " + endpoint;
    }

    /** What to do about an option that the Kamelet to use does not have. */
    String advice(String option) {
        return twin + " has no option " + option + "; check what it is for, and remove it";
    }
}
