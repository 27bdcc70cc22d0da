package org.camelforce.salesforcecc.migration;

import java.util.Map;

/** Camel's Kamelets for Salesforce (Camel Kamelets catalog), and the endpoint to use instead of each. */
final class Kamelet {

    static final String WHY = "Camel's Kamelets for Salesforce log in with username and password";

    private static final Map<String, String> ENDPOINTS = Map.of(
            "salesforce-source", "salesforce-cc:subscribe:%s?rawPayload=true",
            "salesforce-create-sink", "salesforce-cc:createSObject?sObjectName=%s&rawPayload=true",
            "salesforce-update-sink", "salesforce-cc:updateSObject?sObjectName=%s&rawPayload=true",
            "salesforce-delete-sink", "salesforce-cc:deleteSObject?sObjectName=%s&rawPayload=true",
            "salesforce-composite-upsert-sink", "salesforce-cc:upsertSObject?sObjectName=%s&rawPayload=true");

    private Kamelet() {}

    static boolean isOne(String name) {
        return ENDPOINTS.containsKey(name);
    }

    /** The option that names what it works on. */
    static String targetOption(String name) {
        return name.equals("salesforce-source") ? "topicName" : "sObjectName";
    }

    /** Whether an option is for the login, or is part of the endpoint's URI. */
    static boolean isGone(String name, String option) {
        return option.equals("clientId")
                || option.equals(targetOption(name))
                || LoginOption.of(option) != LoginOption.OTHER;
    }

    /** The name of an option at the endpoint. */
    static String renamed(String option) {
        return option.equals("query") ? "sObjectQuery" : option;
    }

    /** The endpoint to use instead; {@code target} is the value of {@link #targetOption}, possibly empty. */
    static String endpoint(String name, String target) {
        String placeholder = "<" + targetOption(name) + ">";
        return ENDPOINTS.getOrDefault(name, "salesforce-cc:%s").formatted(target.isEmpty() ? placeholder : target);
    }
}
