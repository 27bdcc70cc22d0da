package org.camelforce.salesforcecc.internal.migration;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Camel's Kamelets for Salesforce (Camel Kamelets catalog), and the Kamelet to use instead of each. */
enum Kamelet {
    SOURCE(
            "salesforce-source",
            "salesforce-cc-source",
            Set.of(
                    "topicName",
                    "query",
                    "notifyForFields",
                    "notifyForOperationCreate",
                    "notifyForOperationUpdate",
                    "notifyForOperationDelete",
                    "notifyForOperationUndelete",
                    "replayId")),
    PUBSUB_SOURCE("salesforce-pubsub-source", "salesforce-cc-pubsub-source", Set.of("topicName", "replayPreset")),
    CREATE("salesforce-create-sink", "salesforce-cc-create-sink", Set.of("sObjectName")),
    DELETE("salesforce-delete-sink", "salesforce-cc-delete-sink", Set.of()),
    UPDATE("salesforce-update-sink", null, Set.of()),
    COMPOSITE_UPSERT("salesforce-composite-upsert-sink", null, Set.of());

    private static final Set<String> GONE_FROM_SOURCE = Set.of("operation", "rawPayload");

    static final String WHY = "Camel's Kamelets for Salesforce log in with username and password";

    private final String catalogName;
    private final @Nullable String twin;
    private final Set<String> options;

    Kamelet(String catalogName, @Nullable String twin, Set<String> options) {
        this.catalogName = catalogName;
        this.twin = twin;
        this.options = options;
    }

    /** The Kamelet of that name, or null. */
    static @Nullable Kamelet of(@Nullable String name) {
        for (Kamelet kamelet : values()) {
            if (kamelet.catalogName.equals(name)) {
                return kamelet;
            }
        }
        return null;
    }

    /** What to do about an option of a Kamelet that has the new name already, null if it can stay. */
    static @Nullable String adviceAfterMove(String name, String option) {
        return SOURCE.twin != null && SOURCE.twin.equals(name) && GONE_FROM_SOURCE.contains(option)
                ? SOURCE.advice(option)
                : null;
    }

    String catalogName() {
        return catalogName;
    }

    /** The Kamelet to use instead, null if there is none. */
    @Nullable
    String twin() {
        return twin;
    }

    /** Whether the Kamelet to use instead has an option, too. */
    boolean keeps(String option) {
        return options.contains(option) || option.equals("clientId");
    }

    /** What to do where no Kamelet can be named. */
    String advice() {
        String endpoint = this == UPDATE
                ? "salesforce-cc:updateSObject"
                : "the Kamelet salesforce-cc-upsert-sink for one record, or salesforce-cc:compositeUpsertSObjectCollections";
        return WHY + ", and " + catalogName + " has no counterpart; use " + endpoint;
    }

    /** What to do about an option that the other Kamelet does not have. */
    String advice(String option) {
        return twin + " has no option " + option + "; check what it is for, and remove it";
    }
}
